package org.skywatt.cli.green.replay;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.skywatt.green.admission.AdmissionReplay;
import org.skywatt.green.admission.WorkRequest;
import org.skywatt.ingest.file.UnreadableFileException;

/**
 * The data of Cucumber: two weeks of requests, and of the capacity that solar power could drive.
 */
final class CucumberFiles {
  private static final LocalDateTime START = LocalDateTime.parse("2022-01-18T00:00:00");
  private static final long LAST_ARRIVAL = Duration.ofDays(14).toSeconds();
  private static final long LAST_DEADLINE = Duration.ofDays(15).toSeconds();

  private final Path folder;

  CucumberFiles(Path folder) {
    this.folder = folder;
  }

  static String requestsFile(String workload) {
    return "requests_" + workload + ".csv.gz";
  }

  /** Capacity, one a step of ten minutes. */
  record Capacity(double[] free, double[] renewable) {}

  /** The requests that the paper counts: they arrive in two weeks, and end in the day after. */
  List<WorkRequest> requests(String workload) throws IOException {
    List<WorkRequest> requests = new ArrayList<>();
    ReplayTables.read(
        folder.resolve(requestsFile(workload)),
        List.of("arrival_date", "deadline", "size"),
        row -> {
          long arrival = ReplayTables.seconds(row, "arrival_date", START);
          long deadline = ReplayTables.seconds(row, "deadline", START);
          double size = ReplayTables.present(row, "size");
          if (deadline <= arrival) {
            throw row.refuse("deadline", "comes before the arrival");
          }
          if (size <= 0) {
            throw row.refuse("size", size + " must be above 0");
          }
          if (arrival > 0 && arrival < LAST_ARRIVAL && deadline < LAST_DEADLINE) {
            requests.add(new WorkRequest(arrival, deadline, size));
          }
        });
    return requests;
  }

  /** Rows are stamped with the end of their step; a step without values ends the data. */
  Capacity capacity(String workload, String site) throws IOException {
    Path file = folder.resolve("u_" + workload + "_" + site + "_Baseline_1.csv.gz");
    List<double[]> steps = new ArrayList<>();
    ReplayTables.read(
        file,
        List.of("datetime", "u_free", "u_reep"),
        row -> {
          double free = row.number("u_free");
          double renewable = row.number("u_reep");
          if (Double.isNaN(free) || Double.isNaN(renewable)) {
            return;
          }
          if (free < 0 || renewable < 0) {
            throw row.refuse("u_free", "capacity must be 0 or more");
          }
          long end = ReplayTables.seconds(row, "datetime", START);
          if (end != (steps.size() + 1L) * AdmissionReplay.STEP_SECONDS) {
            throw row.refuse("datetime", "steps must follow each other, ten minutes apart");
          }
          steps.add(new double[] {free, renewable});
        });
    if (steps.isEmpty()) {
      throw new UnreadableFileException(file, "", "has no step");
    }
    return new Capacity(
        steps.stream().mapToDouble(step -> step[0]).toArray(),
        steps.stream().mapToDouble(step -> step[1]).toArray());
  }
}
