package org.skywatt.models.job;

import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.skywatt.core.forecast.QuantileLevels;
import org.skywatt.models.energy.EnergyMeter;
import org.skywatt.models.score.PairedBootstrap;
import org.skywatt.models.score.Pinball;
import org.skywatt.models.train.ModelSize;
import org.skywatt.models.train.Recipe;
import org.skywatt.models.train.TrainingRow;

/**
 * One size, fitted to what was known at an origin and scored on later issues.
 *
 * @param days days of the scored steps, since 1970 (UTC), ascending
 * @param counts steps scored of each day
 * @param losses sum of each day's pinball losses
 * @param cpuNanos of fitting, calibrating and forecasting
 */
record JudgedSize(
    ModelSize size, LeadScores scores, long[] days, long[] counts, double[] losses, long cpuNanos)
    implements Serializable {
  private static final long DAY_SECONDS = 86_400;

  /** What a day adds up to. */
  private static final class Day {
    private long count;
    private double loss;
  }

  /**
   * @param rows of all sites, in the order of learning, labelled with what was known at {@code
   *     origin}
   */
  static List<JudgedSize> all(Recipe full, List<TrainingRow> rows, Instant origin) {
    List<JudgedSize> judged = new ArrayList<>();
    for (ModelSize size : ModelSize.values()) {
      judged.add(of(size, full, rows, origin));
    }
    return judged;
  }

  private static JudgedSize of(
      ModelSize size, Recipe full, List<TrainingRow> rows, Instant origin) {
    long start = EnergyMeter.threadNanos();
    List<Prediction> predictions = BacktestJob.forecast(rows, origin, size.learner(full), true);
    return of(size, predictions, EnergyMeter.threadNanos() - start);
  }

  /**
   * @param predictions of all sites, in any order
   * @param spent CPU time that they took, ns
   */
  static JudgedSize of(ModelSize size, List<Prediction> predictions, long spent) {
    predictions.sort(Prediction.ORDER);
    Map<Long, Day> byDay = new TreeMap<>();
    for (Prediction each : predictions) {
      if (!Double.isNaN(each.truth()) && !each.dark()) {
        long number = Math.floorDiv(each.validTime().getEpochSecond(), DAY_SECONDS);
        Day day = byDay.computeIfAbsent(number, any -> new Day());
        day.count++;
        day.loss += Pinball.mean(QuantileLevels.PERCENTILES, each.percentiles(), each.truth());
      }
    }
    return new JudgedSize(
        size,
        LeadScores.of(predictions),
        byDay.keySet().stream().mapToLong(Long::longValue).toArray(),
        byDay.values().stream().mapToLong(day -> day.count).toArray(),
        byDay.values().stream().mapToDouble(day -> day.loss).toArray(),
        spent);
  }

  /** How much worse this is than {@code full}, which was scored on the same steps. */
  PairedBootstrap against(JudgedSize full) {
    return PairedBootstrap.of(full.losses, losses, counts, days);
  }
}
