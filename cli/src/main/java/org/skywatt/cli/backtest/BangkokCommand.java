package org.skywatt.cli.backtest;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.skywatt.cli.DirOption;
import org.skywatt.cli.Progress;
import org.skywatt.cli.Sessions;
import org.skywatt.cli.UsageException;
import org.skywatt.cli.pipeline.TimeOptions;
import org.skywatt.features.nowcast.NowcastFeatures;
import org.skywatt.ingest.bangkok.BangkokFiles;
import org.skywatt.models.energy.Energy;
import org.skywatt.models.energy.EnergyMeter;
import org.skywatt.models.train.Ablated;
import org.skywatt.models.train.Blends;
import org.skywatt.models.train.Learner;
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
  @Mixin private OutputOptions output;
  @Mixin private QuickerOption quicker;
  @Mixin private WithoutOption without;

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

  @Override
  public Integer call() throws Exception {
    if (!Files.isDirectory(data)) {
      throw new NoSuchFileException(data + " (--data names the folder that holds the files)");
    }
    Instant fitUntil = TimeOptions.time("--train-until", trainUntil);
    Instant end = testUntil == null ? Instant.MAX : TimeOptions.time("--test-until", testUntil);
    if (!fitUntil.isBefore(end)) {
      throw new UsageException("--train-until must be before --test-until");
    }
    Learner learner = new Ablated(Blends.SOLAR_NOWCAST.quicker(quicker.times()), scaled(without));
    PrintWriter out = spec.commandLine().getOut();
    Progress progress = new Progress(out);
    EnergyMeter meter = EnergyMeter.start();
    BangkokFiles files = BangkokFiles.read(data);
    files.refused().forEach(reason -> progress.say("refused " + reason));
    NowcastBacktest.Result result =
        new NowcastBacktest(files, learner, progress::say).run(fitUntil, end);
    Outcome outcome =
        Outcome.of(
            "bangkok",
            "A roof in Bangkok, the next six hours",
            "Hours of daylight, a forecast every 15 minutes, trained once on power until "
                + fitUntil
                + ".",
            result.predictions(),
            result.baselines(),
            Map.of(NowcastBacktest.SITE, BangkokFiles.CAPACITY_KW));
    Energy energy = meter.stop();
    output.scores(outcome, energy, progress, spec);
    if (output.wantsParquet()) {
      try (SparkSession spark = Sessions.open(dir.open())) {
        output.parquet(spark, result.predictions(), outcome.evaluated());
      }
    }
    return 0;
  }

  /** All but the yield, which is no feature alone: power is learned relative to it. */
  private static List<Integer> scaled(WithoutOption without) {
    return without.places("bangkok", NowcastFeatures.groups()).stream()
        .filter(place -> place != NowcastFeatures.YIELD_AT)
        .toList();
  }
}
