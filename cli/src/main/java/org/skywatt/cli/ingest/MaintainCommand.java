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
      "Compacts the tables, removes snapshots, kept fields and left-behind files that are old. No",
      "row is changed. Safe beside other commands; once a day is enough."
    },
    footer = {"", "Example: skywatt ingest maintain"})
public final class MaintainCommand implements Callable<Integer> {
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

  @Override
  public Integer call() throws IOException {
    Duration snapshots = TimeOptions.duration("--keep-snapshots", keepSnapshots);
    Duration fields = TimeOptions.duration("--keep-fields", keepFields);
    PrintWriter out = spec.commandLine().getOut();
    Progress progress = new Progress(out);
    DataHome home = dir.open();
    try (SparkSession spark = Sessions.open(home)) {
      new Warehouse(spark, Namespace.LIVE).createTables();
      new Maintenance(spark, Namespace.LIVE).run(snapshots, progress::say);
    }
    int runs = new CropFolder(home.fields()).expire(Instant.now().minus(fields));
    out.printf("fields of %d old runs were removed%n", runs);
    out.flush();
    return 0;
  }
}
