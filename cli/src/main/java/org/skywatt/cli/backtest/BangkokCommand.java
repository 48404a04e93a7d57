package org.skywatt.cli.backtest;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.skywatt.cli.DirOption;
import org.skywatt.cli.Json;
import org.skywatt.cli.Progress;
import org.skywatt.cli.Sessions;
import org.skywatt.cli.UsageException;
import org.skywatt.cli.pipeline.SkillTable;
import org.skywatt.cli.pipeline.TimeOptions;
import org.skywatt.ingest.bangkok.BangkokFiles;
import org.skywatt.models.energy.Energy;
import org.skywatt.models.energy.EnergyMeter;
import org.skywatt.models.job.LeadScores;
import org.skywatt.models.train.Blends;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code skywatt backtest bangkok}: the next six hours of a roof. */
@Command(
    name = "bangkok",
    mixinStandardHelpOptions = true,
    description = {
      "A roof in Bangkok, 15 minutes to 6 hours ahead, a forecast every 15 minutes, trained once.",
      "The reference is the best mixture of persistence and climatology (Yang)."
    },
    footer = {
      "",
      "Example:",
      "  skywatt backtest bangkok --data bangkok --train-until 2024-03-31T17:00:00Z"
          + " --json scores.json"
    })
public final class BangkokCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private DirOption dir;

  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      description = "Folder with pv_2023.csv.gz and the like.")
  private Path data;

  @Option(
      names = "--train-until",
      defaultValue = "2024-03-31T17:00:00Z",
      paramLabel = "TIME",
      description = "Power after this is not learned from (default: ${DEFAULT-VALUE}, midnight).")
  private String trainUntil;

  @Option(
      names = "--test-until",
      paramLabel = "TIME",
      description = "Issue times end before (default: the end of the files).")
  private String testUntil;

  @Option(names = "--json", paramLabel = "FILE", description = "Write the scores as JSON.")
  private Path json;

  @Option(
      names = "--forecasts",
      paramLabel = "FILE",
      description = "Write every row with its 99 quantiles as Parquet.")
  private Path forecasts;

  @Option(
      names = "--quicker",
      hidden = true,
      defaultValue = "1",
      description = "Train this many times less, to try what is around it; scores get worse.")
  private int quicker;

  @Override
  public Integer call() throws Exception {
    if (!Files.isDirectory(data)) {
      throw new NoSuchFileException(data + " (--data names the folder that holds the files)");
    }
    Instant fitUntil = TimeOptions.time("--train-until", trainUntil);
    Instant end = testUntil == null ? Instant.MAX : TimeOptions.time("--test-until", testUntil);
    if (quicker < 1) {
      throw new UsageException("--quicker must be 1 or more");
    }
    if (!fitUntil.isBefore(end)) {
      throw new UsageException("--train-until must be before --test-until");
    }
    PrintWriter out = spec.commandLine().getOut();
    Progress progress = new Progress(out);
    EnergyMeter meter = EnergyMeter.start();
    BangkokFiles files = BangkokFiles.read(data);
    files.refused().forEach(reason -> progress.say("refused " + reason));
    NowcastBacktest.Result result =
        new NowcastBacktest(files, Blends.SOLAR_NOWCAST.quicker(quicker), progress::say)
            .run(fitUntil, end);
    LeadScores scores = LeadScores.of(result.predictions());
    Energy energy = meter.stop();
    SkillTable.print(scores.leads(), scores.overall(), out);
    for (BaselineReport each : result.baselines()) {
      out.printf(
          Locale.ROOT,
          "  %-26s CRPS %5.2f%%, skill over it %.2f%n",
          each.name(),
          each.crps() == null ? Double.NaN : 100 * each.crps(),
          each.skill() == null ? Double.NaN : each.skill());
    }
    out.printf(
        Locale.ROOT,
        "bangkok: %d issues, %.0f J (%s), %.0f s%n",
        scores.issues(),
        energy.joules(),
        energy.tier().text(),
        progress.seconds());
    if (forecasts != null) {
      try (SparkSession spark = Sessions.open(dir.open())) {
        PredictionFile.write(spark, result.predictions(), forecasts);
      }
    }
    if (json != null) {
      Json.write(
          json,
          new BaselinesReport(
              "bangkok",
              scores.issues(),
              scores.leads(),
              scores.overall(),
              result.baselines(),
              energy.joules(),
              energy.tier().text(),
              progress.seconds()));
    }
    return 0;
  }
}
