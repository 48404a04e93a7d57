package org.skywatt.cli.backtest;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.skywatt.core.run.InputTier;
import org.skywatt.features.nowcast.NowcastFeatures;
import org.skywatt.features.nowcast.PlantSeries;
import org.skywatt.ingest.bangkok.BangkokFiles;
import org.skywatt.ingest.bangkok.Series;
import org.skywatt.models.baseline.Baseline;
import org.skywatt.models.baseline.Baselines;
import org.skywatt.models.baseline.OptimalConvexCombination;
import org.skywatt.models.baseline.SmartPersistence;
import org.skywatt.models.evaluate.ScoredStep;
import org.skywatt.models.evaluate.WeatherClass;
import org.skywatt.models.job.Prediction;
import org.skywatt.models.train.Learner;
import org.skywatt.models.train.TrainingRow;

/** Forecasts a roof's next hours: fitted once, then with all that was measured up to each issue. */
final class NowcastBacktest {
  static final String SITE = "bangkok-roof";

  /** Quarter hours ahead that are forecast: 15 minutes to 6 hours. */
  private static final int[] STEPS = {1, 2, 3, 4, 6, 8, 12, 16, 20, 24};

  /** Issues lie so close that neighbours teach much the same. */
  private static final int LEARN_EVERY = 2;

  private final PlantSeries series;
  private final NowcastFeatures features;
  private final Learner learner;
  private final Consumer<String> progress;

  /**
   * @param baselines names, in the order that predictions have them
   */
  record Result(List<Prediction> predictions, List<String> baselines) {}

  private record Step(int newest, int steps, TrainingRow row) {}

  NowcastBacktest(BangkokFiles files, Learner learner, Consumer<String> progress) {
    this.learner = learner;
    double[] power = files.values().get(Series.POWER_KW).clone();
    for (int i = 0; i < power.length; i++) {
      power[i] /= BangkokFiles.CAPACITY_KW;
    }
    this.series =
        new PlantSeries(
            files.start(),
            BangkokFiles.STEP,
            power,
            files.values().get(Series.CLEAR_SKY_WM2),
            files.values().get(Series.GHI_WM2),
            files.values().get(Series.TEMPERATURE_C),
            files.values().get(Series.CLOUD_INDEX),
            files.values().get(Series.BRIGHTNESS),
            files.values().get(Series.NWP_GHI_WM2),
            files.values().get(Series.NWP_TEMPERATURE_C));
    this.features = new NowcastFeatures(series);
    this.progress = progress;
  }

  /**
   * @param fitUntil intervals that end by then are learned from
   * @param end issues from {@code fitUntil} on and before it are forecast
   * @throws IOException if the files don't reach so far
   */
  Result run(Instant fitUntil, Instant end) throws IOException {
    int fitted = intervalsBy(fitUntil);
    int until = end.equals(Instant.MAX) ? series.size() : intervalsBy(end.minusNanos(1));
    if (fitted < 1 || fitted >= series.size()) {
      throw new IOException(
          "the data go from " + series.start() + " to " + series.end(series.size() - 1));
    }
    List<TrainingRow> past = new ArrayList<>();
    for (int newest = 0; newest < fitted; newest += LEARN_EVERY) {
      steps(newest, fitted, true).forEach(step -> past.add(step.row));
    }
    List<Step> future = new ArrayList<>();
    int first = series.end(fitted - 1).isBefore(fitUntil) ? fitted : fitted - 1;
    for (int newest = first; newest < Math.min(until, series.size()); newest++) {
      future.addAll(steps(newest, series.size(), false));
    }
    progress.accept(past.size() + " steps to learn from, " + future.size() + " to forecast");
    double[][] percentiles =
        learner.learn(past).percentiles(future.stream().map(Step::row).toList());
    SmartPersistence smart = new SmartPersistence(series);
    OptimalConvexCombination reference = new OptimalConvexCombination(series, fitted);
    List<Baseline> baselines =
        Baselines.of(series, fitted, BangkokFiles.MODULES_KW / BangkokFiles.CAPACITY_KW);
    List<Prediction> predictions = new ArrayList<>();
    for (int i = 0; i < percentiles.length; i++) {
      Step step = future.get(i);
      double[] persistence = smart.forecast(step.newest, step.steps);
      predictions.add(
          new Prediction(
              SITE,
              step.row.issueTime(),
              step.row.validTime(),
              step.row.sunDown(),
              step.row.truth(),
              percentiles[i],
              persistence == null ? Double.NaN : persistence[0],
              reference.forecast(step.newest, step.steps),
              step.row.tier().text(),
              weather(step),
              beside(baselines, step)));
    }
    return new Result(predictions, baselines.stream().map(Baseline::name).toList());
  }

  private static double[][] beside(List<Baseline> baselines, Step step) {
    double[][] beside = new double[baselines.size()][];
    for (int i = 0; i < beside.length; i++) {
      beside[i] = ScoredStep.compact(baselines.get(i).forecast(step.newest, step.steps));
    }
    return beside;
  }

  /** By the weather model's irradiance over the clear sky's. */
  private String weather(Step step) {
    int at = step.newest + step.steps;
    return WeatherClass.sky(series.nwpGhiWm2()[at] / series.clearSkyWm2()[at]);
  }

  /** How many intervals have ended by {@code time}. */
  private int intervalsBy(Instant time) {
    return (int)
        Math.min(
            Integer.MAX_VALUE,
            Math.max(0, Duration.between(series.start(), time).dividedBy(series.step())));
  }

  /**
   * Steps by day from one issue, those in intervals before {@code until}.
   *
   * @param known whether they are learned from
   */
  private List<Step> steps(int newest, int until, boolean known) {
    List<Step> found = new ArrayList<>();
    for (int steps : STEPS) {
      int at = newest + steps;
      if (at < until && !series.isDark(at)) {
        double power = series.power()[at];
        double truth = Double.isNaN(power) ? Double.NaN : Math.min(Math.max(power, 0), 1);
        found.add(
            new Step(
                newest,
                steps,
                new TrainingRow(
                    SITE,
                    series.end(newest),
                    series.end(at),
                    InputTier.FULL,
                    false,
                    features.row(newest, steps),
                    known ? truth : Double.NaN,
                    truth)));
      }
    }
    return found;
  }
}
