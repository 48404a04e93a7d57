package org.skywatt.cli.ingest;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.skywatt.cli.DataHome;
import org.skywatt.cli.DirOption;
import org.skywatt.cli.Progress;
import org.skywatt.cli.Sessions;
import org.skywatt.cli.pipeline.TimeOptions;
import org.skywatt.core.table.Namespace;
import org.skywatt.ingest.crop.CropFolder;
import org.skywatt.ingest.job.Maintenance;
import org.skywatt.ingest.job.Warehouse;
import org.skywatt.models.publish.RunRetention;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Compacts tables and removes what is old. */
@Command(
    name = "maintain",
    mixinStandardHelpOptions = true,
    description = {
      "Compacts the tables, removes snapshots, kept fields, published forecasts and left-behind",
      "files that are old. No row is changed. Safe beside other commands; once a day is enough."
    },
    footer = {"", "Example: skywatt ingest maintain"})
public final class MaintainCommand implements Callable<Integer> {
  private static final int RUNS_KEPT = 2;
  private static final Duration THINNED_TO = Duration.ofHours(6);

  @Spec private CommandSpec spec;
  @Mixin private DirOption dir;

  @Option(
      names = "--keep-snapshots",
      defaultValue = "7d",
      paramLabel = "DURATION",
      description = "How long tables can be read as they were (default: ${DEFAULT-VALUE}).")
  private String keepSnapshots;

  @Option(
      names = "--keep-fields",
      defaultValue = "30d",
      paramLabel = "DURATION",
      description =
          "How long fields are kept for new sites, from the run's time (default:"
              + " ${DEFAULT-VALUE}).")
  private String keepFields;

  @Option(
      names = "--keep-runs",
      defaultValue = "400d",
      paramLabel = "DURATION",
      description =
          "How long published forecasts can be asked for, from their issue; the newest two stay"
              + " (default: ${DEFAULT-VALUE}).")
  private String keepRuns;

  @Option(
      names = "--thin-runs",
      paramLabel = "DURATION",
      description =
          "Of published forecasts that are older, leave the first of every six hours (default: all"
              + " stay).")
  private String thinRuns;

  @Override
  public Integer call() throws IOException {
    Duration snapshots = TimeOptions.duration("--keep-snapshots", keepSnapshots);
    Duration fields = TimeOptions.duration("--keep-fields", keepFields);
    Duration published = TimeOptions.duration("--keep-runs", keepRuns);
    Duration thinned = thinRuns == null ? null : TimeOptions.duration("--thin-runs", thinRuns);
    PrintWriter out = spec.commandLine().getOut();
    Progress progress = new Progress(out);
    DataHome home = dir.open();
    try (SparkSession spark = Sessions.open(home)) {
      new Warehouse(spark, Namespace.LIVE).createTables();
      new Maintenance(spark, Namespace.LIVE).run(snapshots, progress::say);
    }
    int runs = new CropFolder(home.fields()).expire(Instant.now().minus(fields));
    RunRetention retention = new RunRetention(home.published().resolve("runs"));
    int forecasts = retention.expire(Instant.now().minus(published), RUNS_KEPT);
    if (thinned != null) {
      forecasts += retention.thin(Instant.now().minus(thinned), THINNED_TO);
    }
    out.printf("fields of %d old runs were removed, and %d old forecasts%n", runs, forecasts);
    out.flush();
    return 0;
  }
}
