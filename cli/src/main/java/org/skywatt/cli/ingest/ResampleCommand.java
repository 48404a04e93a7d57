package org.skywatt.cli.ingest;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.skywatt.cli.DataHome;
import org.skywatt.cli.DirOption;
import org.skywatt.cli.Progress;
import org.skywatt.cli.Sessions;
import org.skywatt.cli.pipeline.Ingest;
import org.skywatt.ingest.job.IngestReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Gives a new site the weather model runs of the last 30 days. */
@Command(
    name = "resample",
    mixinStandardHelpOptions = true,
    description = {
      "Samples a new site backwards from the fields that are kept of the runs of the last 30 days,",
      "as if it had been there when they came. It must lie in the area of the other sites."
    },
    footer = {"", "Example: skywatt ingest resample --site new-roof"})
public final class ResampleCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private DirOption dir;
  @Mixin private SamplingOption sampling;

  @Option(
      names = "--site",
      required = true,
      paramLabel = "ID",
      description = "The site, added before with skywatt ingest sites.")
  private String site;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    Progress progress = new Progress(out);
    DataHome home = dir.open();
    IngestReport report;
    try (SparkSession spark = Sessions.open(home)) {
      report = new Ingest(spark, home, progress::say).resample(site, sampling.options());
    }
    out.printf("%d rows added for %s%n", report.rows(), site);
    report.reasons().forEach(reason -> out.println("  " + reason));
    out.flush();
    return 0;
  }
}
