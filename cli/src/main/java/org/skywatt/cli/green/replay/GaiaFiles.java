package org.skywatt.cli.green.replay;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.skywatt.green.replay.TraceJob;

/** The trace of a machine-learning cluster that the GAIA simulator uses: a thousand jobs. */
final class GaiaFiles {
  static final String TRACE = "pai_1k.csv";

  private GaiaFiles() {}

  static List<TraceJob> jobs(Path folder) throws IOException {
    List<TraceJob> jobs = new ArrayList<>();
    ReplayTables.read(
        folder.resolve(TRACE),
        List.of("arrival_time", "length", "cpus"),
        row -> {
          double arrival = ReplayTables.present(row, "arrival_time");
          double length = ReplayTables.present(row, "length");
          double cpus = ReplayTables.present(row, "cpus");
          if (arrival < 0 || length <= 0 || cpus <= 0) {
            throw row.refuse("", "needs an arrival of 0 or more, and length and cpus above 0");
          }
          jobs.add(new TraceJob(arrival, length, cpus));
        });
    return jobs;
  }
}
