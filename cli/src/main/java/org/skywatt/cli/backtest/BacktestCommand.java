package org.skywatt.cli.backtest;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.skywatt.cli.DirOption;
import org.skywatt.cli.Progress;
import org.skywatt.cli.Sessions;
import org.skywatt.cli.UsageException;
import org.skywatt.cli.pipeline.TimeOptions;
import org.skywatt.models.energy.Energy;
import org.skywatt.models.energy.EnergyMeter;
import org.skywatt.models.job.LeadScores;
import org.skywatt.models.job.Prediction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code skywatt backtest}: sites of the tables, or a published data set. */
@Command(
    name = "backtest",
    mixinStandardHelpOptions = true,
    description = {
      "Forecasts the past without its future, and scores it: sites of the tables by lead, or a",
      "published data set by its own protocol."
    },
    footer = {
      "",
      "Example:",
      "  skywatt backtest --from 2026-05-20T00:00:00Z --to 2026-06-01T00:00:00Z --every 5h \\",
      "    --horizon 36h --retrain 7d --json scores.json"
    },
    subcommands = {Gefcom2014Command.class, HornsRevCommand.class, BangkokCommand.class})
public final class BacktestCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private DirOption dir;
  @Mixin private OutputOptions output;

  @Option(
      names = "--sites",
      split = ",",
      paramLabel = "ID",
      description = "Sites, separated by commas (default: all).")
  private List<String> sites = List.of();

  @Option(names = "--from", paramLabel = "TIME", description = "First issue time.")
  private String from;

  @Option(names = "--to", paramLabel = "TIME", description = "Issue times end before.")
  private String to;

  @Option(
      names = "--every",
      defaultValue = "1h",
      description = "Time between issues (default: ${DEFAULT-VALUE}).")
  private String every;

  @Option(
      names = "--horizon",
      defaultValue = "48h",
      description = "How far ahead (default: ${DEFAULT-VALUE}).")
  private String horizon;

  @Option(
      names = "--step",
      defaultValue = "1h",
      description = "Length of a step (default: ${DEFAULT-VALUE}).")
  private String step;

  @Option(
      names = "--history",
      defaultValue = "365d",
      description = "How far before --from training begins (default: ${DEFAULT-VALUE}).")
  private String history;

  @Option(
      names = "--retrain",
      defaultValue = "30d",
      description = "Time between trainings (default: ${DEFAULT-VALUE}).")
  private String retrain;

  @Override
  public Integer call() throws Exception {
    if (from == null || to == null) {
      throw new UsageException("--from and --to are needed, or a data set: see --help");
    }
    SitesBacktest.Plan plan =
        new SitesBacktest.Plan(
            TimeOptions.time("--from", from),
            TimeOptions.time("--to", to),
            duration("--every", every),
            duration("--horizon", horizon),
            duration("--step", step),
            duration("--history", history),
            duration("--retrain", retrain));
    if (!plan.from().isBefore(plan.to()) || plan.to().isAfter(Instant.now())) {
      throw new UsageException("--from must be before --to, and --to not in the future");
    }
    PrintWriter out = spec.commandLine().getOut();
    Progress progress = new Progress(out);
    EnergyMeter meter = EnergyMeter.start();
    LeadScores scores;
    try (SparkSession spark = Sessions.open(dir.open())) {
      List<Prediction> predictions = new SitesBacktest(spark, progress::say).run(sites, plan);
      scores = LeadScores.of(predictions);
      output.forecasts(spark, predictions);
    }
    Energy energy = meter.stop();
    output.scores("sites", scores, null, energy, progress, out);
    return 0;
  }

  private static Duration duration(String option, String text) {
    return TimeOptions.duration(option, text);
  }
}
