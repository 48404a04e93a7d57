package org.skywatt.cli.backtest;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.skywatt.cli.DataHome;
import org.skywatt.cli.DirOption;
import org.skywatt.cli.Progress;
import org.skywatt.cli.Sessions;
import org.skywatt.cli.UsageException;
import org.skywatt.cli.pipeline.TimeOptions;
import org.skywatt.models.bundle.BundleStore;
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
      "published data set by its own protocol. One that was stopped goes on where it was."
    },
    footer = {
      "",
      "Example:",
      "  skywatt backtest --from 2026-05-20T00:00:00Z --to 2026-06-01T00:00:00Z --every 5h \\",
      "    --horizon 36h --retrain 7d --json scores.json --html report.html"
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

  @Option(
      names = "--bundle",
      paramLabel = "ID",
      defaultValue = Forecaster.RECIPE,
      description =
          "A model of 'skywatt models list', for all issues from when it was fitted on; or"
              + " 'recipe', 'recipe:small', 'recipe:nano' or a file of 'skywatt tune': train anew each"
              + " time (default:"
              + " ${DEFAULT-VALUE}).")
  private String bundle;

  @Option(
      names = "--adjust",
      description =
          "Move forecasts for what those of the last days got wrong, as 'skywatt forecast' does;"
              + " each model from its eleventh day on.")
  private boolean adjusts;

  @Override
  public Integer call() throws Exception {
    Plan plan = plan();
    DataHome home = dir.open();
    Forecaster forecaster = Forecaster.of(bundle, new BundleStore(home.bundles()), plan.from());
    Progress progress = new Progress(spec.commandLine().getOut());
    try (SparkSession spark = Sessions.open(home)) {
      SitesBacktest.Found found =
          new SitesBacktest(spark, home, forecaster, plan, progress::say).run(sites);
      Outcome outcome =
          new Outcome(
              "sites",
              (home.isSimulated() ? "SIMULATED. " : "") + "Backtest of " + found.sites() + " sites",
              scope(forecaster),
              Outcome.leadScores(found.scores()),
              found.scores());
      output.forecasts(found.rows());
      output.parquet(spark, found.scores());
      output.scores(outcome, found.energy(), progress, spec);
    }
    return 0;
  }

  private Plan plan() {
    if (from == null || to == null) {
      throw new UsageException("--from and --to are needed, or a data set: see --help");
    }
    Plan plan =
        new Plan(
            TimeOptions.time("--from", from),
            TimeOptions.time("--to", to),
            TimeOptions.step("--every", every),
            TimeOptions.duration("--horizon", horizon),
            TimeOptions.step("--step", step),
            TimeOptions.duration("--history", history),
            TimeOptions.duration("--retrain", retrain),
            adjusts);
    if (!plan.from().isBefore(plan.to()) || plan.to().isAfter(Instant.now())) {
      throw new UsageException("--from must be before --to, and --to not in the future");
    }
    if (plan.horizon().compareTo(plan.step()) < 0) {
      throw new UsageException("--horizon must be at least one --step");
    }
    return plan;
  }

  private String scope(Forecaster forecaster) {
    return "A forecast every "
        + every
        + " for "
        + horizon
        + ", by "
        + forecaster.told()
        + (forecaster.trains() ? " every " + retrain : "")
        + (adjusts ? ", adjusted by its last days' errors" : "")
        + "; hours of daylight for solar.";
  }
}
