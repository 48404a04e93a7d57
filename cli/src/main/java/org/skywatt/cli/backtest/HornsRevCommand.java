package org.skywatt.cli.backtest;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.skywatt.cli.DirOption;
import org.skywatt.cli.Progress;
import org.skywatt.cli.Sessions;
import org.skywatt.cli.UsageException;
import org.skywatt.cli.pipeline.TimeOptions;
import org.skywatt.core.forecast.QuantileLevels;
import org.skywatt.core.wind.FittedPowerCurve;
import org.skywatt.core.wind.PowerCurve;
import org.skywatt.features.plan.Issue;
import org.skywatt.features.schema.FeatureSchema;
import org.skywatt.features.schema.GenerationFeatures;
import org.skywatt.features.schema.Schemas;
import org.skywatt.features.view.SiteHistory;
import org.skywatt.ingest.hornsrev.HornsRevFile;
import org.skywatt.models.backtest.SiteBacktest;
import org.skywatt.models.energy.Energy;
import org.skywatt.models.energy.EnergyMeter;
import org.skywatt.models.evaluate.WeatherClass;
import org.skywatt.models.job.Prediction;
import org.skywatt.models.reference.BesideRows;
import org.skywatt.models.reference.References;
import org.skywatt.models.train.Ablated;
import org.skywatt.models.train.Blends;
import org.skywatt.models.train.Learner;
import org.skywatt.models.train.TrainingRow;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code skywatt backtest hornsrev}: an offshore farm, the day ahead. */
@Command(
    name = "hornsrev",
    mixinStandardHelpOptions = true,
    description = {
      "Horns Rev 1, the day ahead: a forecast a day at 00 UTC, 24 hours, trained once.",
      "The reference is a power curve fitted to the training rows."
    },
    footer = {
      "",
      "Example:",
      "  skywatt backtest hornsrev --data hornsrev --train-until 2017-01-01T00:00:00Z"
          + " --json scores.json"
    })
public final class HornsRevCommand implements Callable<Integer> {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);
  private static final String SPEED = "wind_speed_100m";
  private static final List<Learner> REFERENCES = References.of(Schemas.WIND.name(), false);

  @Spec private CommandSpec spec;
  @Mixin private DirOption dir;
  @Mixin private OutputOptions output;
  @Mixin private QuickerOption quicker;
  @Mixin private WithoutOption without;

  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      description = "Folder with hornsrev.csv.gz.")
  private Path data;

  @Option(
      names = "--train-until",
      required = true,
      paramLabel = "TIME",
      description = "Power after this is not learned from; forecasts begin the next midnight.")
  private String trainUntil;

  @Option(
      names = "--test-until",
      paramLabel = "TIME",
      description = "Issue times end before (default: the end of the file).")
  private String testUntil;

  @Override
  public Integer call() throws Exception {
    Path path = data.resolve("hornsrev.csv.gz");
    if (!Files.isRegularFile(path)) {
      throw new NoSuchFileException(path + " (--data names the folder that holds it)");
    }
    Instant fitUntil = TimeOptions.time("--train-until", trainUntil);
    Instant end = testUntil == null ? Instant.MAX : TimeOptions.time("--test-until", testUntil);
    if (!fitUntil.isBefore(end)) {
      throw new UsageException("--train-until must be before --test-until");
    }
    Learner learner =
        new Ablated(
            Blends.DAY_AHEAD_WIND.quicker(quicker.times()),
            without.places("hornsrev", Schemas.WIND.groups()));
    PrintWriter out = spec.commandLine().getOut();
    Progress progress = new Progress(out);
    EnergyMeter meter = EnergyMeter.start();
    HornsRevFile file = HornsRevFile.read(path);
    file.rejections().reasons().forEach(reason -> progress.say("refused " + reason));
    if (file.nwp().isEmpty()) {
      throw new IOException(path + " holds no row that can be read");
    }
    List<Prediction> predictions = forecast(file, fitUntil, end, learner, progress);
    Outcome outcome =
        Outcome.of(
            "hornsrev",
            "Horns Rev 1, the day ahead",
            "A forecast a day at 00 UTC for 24 hours, trained once on what was known by "
                + fitUntil
                + ".",
            predictions,
            REFERENCES.stream().map(Learner::name).toList(),
            Map.of(HornsRevFile.SITE.id().value(), HornsRevFile.SITE.capacityKw()));
    Energy energy = meter.stop();
    output.scores(outcome, energy, progress, spec);
    if (output.wantsParquet()) {
      try (SparkSession spark = Sessions.open(dir.open())) {
        output.parquet(spark, predictions, outcome.evaluated());
      }
    }
    return 0;
  }

  private static List<Prediction> forecast(
      HornsRevFile file, Instant fitUntil, Instant end, Learner learner, Progress progress)
      throws IOException {
    Instant first = file.nwp().get(0).initTime();
    Instant last = file.nwp().get(file.nwp().size() - 1).initTime();
    Instant origin = ceiling(fitUntil);
    Instant until = end.isBefore(last.plus(DAY)) ? end : last.plus(DAY);
    if (!first.isBefore(origin) || !origin.isBefore(until)) {
      throw new IOException("the data go from " + first + " to " + last.plus(DAY));
    }
    SiteHistory history =
        new SiteHistory(
            HornsRevFile.SITE, file.nwp(), List.of(), file.generation(), List.of(), List.of());
    FeatureSchema schema = Schemas.WIND;
    SiteBacktest backtest = new SiteBacktest(history, schema, file.generation());
    List<TrainingRow> past =
        backtest.rows(Issue.every(first, origin.minusSeconds(1), DAY, DAY, HOUR), fitUntil);
    List<TrainingRow> future =
        backtest.rows(Issue.every(origin, until.minusSeconds(1), DAY, DAY, HOUR), fitUntil);
    progress.say(past.size() + " hours to learn from, " + future.size() + " to forecast");
    double[][] percentiles = learner.learn(past).percentiles(future);
    int speed = schema.indexOf(SPEED);
    int persistence = schema.indexOf(GenerationFeatures.SMART_PERSISTENCE);
    PowerCurve curve =
        FittedPowerCurve.fit(
            past.stream().mapToDouble(row -> row.features()[speed]).toArray(),
            past.stream().mapToDouble(TrainingRow::label).toArray());
    double[][][] beside = BesideRows.of(REFERENCES, past, future);
    WeatherClass weather = new WeatherClass(schema.name(), false);
    Prediction[] predictions = new Prediction[percentiles.length];
    for (int i = 0; i < predictions.length; i++) {
      TrainingRow row = future.get(i);
      double[] reference = new double[QuantileLevels.PERCENTILES.size()];
      Arrays.fill(reference, curve.power(row.features()[speed]));
      predictions[i] =
          new Prediction(
              row.siteId(),
              row.issueTime(),
              row.validTime(),
              false,
              row.truth(),
              percentiles[i],
              row.features()[persistence],
              reference,
              row.tier().text(),
              weather.of(row.features()),
              beside[i]);
    }
    return List.of(predictions);
  }

  private static Instant ceiling(Instant time) {
    Instant midnight = time.truncatedTo(ChronoUnit.DAYS);
    return midnight.equals(time) ? time : midnight.plus(DAY);
  }
}
