package org.skywatt.cli.ingest;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.skywatt.cli.DataHome;
import org.skywatt.cli.DirOption;
import org.skywatt.cli.Progress;
import org.skywatt.cli.Sessions;
import org.skywatt.cli.UsageException;
import org.skywatt.cli.pipeline.Ingest;
import org.skywatt.cli.pipeline.TimeOptions;
import org.skywatt.core.sample.CapacityChange;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code skywatt ingest capacity}: dated changes of what plants can give. */
@Command(
    name = "capacity",
    mixinStandardHelpOptions = true,
    description = {
      "Dated changes of what plants can give: stated in a CSV file, or without one found in the",
      "generation of solar sites that is in the tables (a lost string, a repair, a rule of curtailment).",
      "Wind has seasons that pass for changes: look at skywatt check generation, and state them.",
      "From then on fractions of capacity are of what the plant could give at the time, in training,",
      "features and forecasts; issue times before a change was known do not see it."
    },
    footer = {
      "",
      "Columns: site_id,effective_from,capacity_kw[,available_at][,reason]",
      "Example:",
      "  skywatt ingest capacity",
      "  skywatt ingest capacity changes.csv"
    })
final class CapacityCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private DirOption dir;

  @Parameters(paramLabel = "FILE", arity = "0..1", description = "Stated changes.")
  private Path file;

  @Option(
      names = "--as-of",
      paramLabel = "TIME",
      description = "Look at what was known then; changes are known from then on (default: now).")
  private String asOf;

  @Option(
      names = "--confidence",
      defaultValue = "0.99",
      description =
          "Least confidence of a change that is taken, 0.99 or more (default: ${DEFAULT-VALUE}).")
  private double confidence;

  @Override
  public Integer call() throws IOException {
    if (!(confidence >= 0.99 && confidence <= 1)) {
      throw new UsageException("--confidence must be 0.99 to 1, not " + confidence);
    }
    Instant known = asOf == null ? Instant.now() : TimeOptions.time("--as-of", asOf);
    PrintWriter out = spec.commandLine().getOut();
    Progress progress = new Progress(out);
    DataHome home = dir.open();
    if (file != null) {
      return new Taking(home, out, progress).run(ingest -> ingest.capacity(file, known));
    }
    List<CapacityChange> found;
    try (SparkSession spark = Sessions.open(home)) {
      found =
          new Ingest(spark, home, progress::say)
              .findCapacity(asOf == null ? Optional.empty() : Optional.of(known), confidence);
    }
    for (CapacityChange each : found) {
      out.printf(
          "%s from %s: %.0f%% of its capacity (confidence %.2f): %s%n",
          each.siteId(),
          each.effectiveFrom(),
          100 * each.level(),
          each.confidence(),
          each.reason());
    }
    out.println(found.size() + " new changes of capacity");
    out.flush();
    return 0;
  }
}
