package org.skywatt.cli.satellite;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.skywatt.cli.Json;
import org.skywatt.cli.pipeline.TimeOptions;
import org.skywatt.core.motion.NowcastVerifier;
import org.skywatt.core.motion.RowWorkers;
import org.skywatt.ingest.file.UnreadableFileException;
import org.skywatt.ingest.reader.FieldFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code skywatt satellite verify}. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = {
      "Scores nowcasts of a sequence of images against persistence, lead by lead, on the same",
      "pixels, in the numbers that the file holds. Each image from --from on is an issue, and is",
      "forecast from the images before it alone."
    },
    footer = {
      "",
      "Example:",
      "  skywatt satellite verify --data hrv.zarr --from 2020-04-01T12:30:00Z --json scores.json"
    })
public final class SatelliteVerifyCommand implements Callable<Integer> {
  private static final int THREADS = Math.min(2, Runtime.getRuntime().availableProcessors());

  @Spec private CommandSpec spec;

  @Option(
      names = "--data",
      paramLabel = "FILE",
      required = true,
      arity = "1..*",
      description = "NetCDF, Zarr or GRIB; several follow each other in time.")
  private List<Path> data;

  @Option(
      names = "--from",
      paramLabel = "TIME",
      required = true,
      description = "The first issue, UTC: 2020-04-01T12:30:00Z.")
  private String from;

  @Option(
      names = "--variable",
      paramLabel = "NAME",
      description = "The images' variable; the first of the file where not given.")
  private Optional<String> variable;

  @Option(
      names = "--horizon",
      paramLabel = "LENGTH",
      defaultValue = "60m",
      description = "The longest lead (default: ${DEFAULT-VALUE}).")
  private String horizon;

  @Option(names = "--json", paramLabel = "FILE", description = "Write the scores as JSON.")
  private Path json;

  @Override
  public Integer call() throws IOException {
    Instant start = TimeOptions.time("--from", from);
    Duration longest = TimeOptions.duration("--horizon", horizon);
    VerifyReport report;
    try (RowWorkers workers = new RowWorkers(THREADS)) {
      NowcastVerifier verifier = new NowcastVerifier(start, longest, workers);
      for (Path file : data) {
        FrameSequence frames = new FrameSequence(verifier, variable);
        try {
          FieldFiles.read(file, frames);
        } catch (IllegalArgumentException e) {
          throw new UnreadableFileException(file, "", e.getMessage(), e);
        }
      }
      report = VerifyReport.of(verifier.frames(), verifier.finish());
    }
    if (report.leads().isEmpty()) {
      throw new UnreadableFileException(
          data.get(0),
          "",
          report.frames()
              + " images: nothing can be scored without two before an issue from "
              + from
              + " on, and one after it");
    }
    if (json != null) {
      Json.write(json, report);
    }
    report.print(spec.commandLine().getOut());
    return 0;
  }
}
