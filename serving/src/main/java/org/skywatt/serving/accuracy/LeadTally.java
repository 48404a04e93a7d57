package org.skywatt.serving.accuracy;

import java.time.Duration;
import java.time.Instant;
import org.skywatt.core.forecast.QuantileForecast;
import org.skywatt.core.forecast.QuantileLevels;
import org.skywatt.models.score.Pinball;
import org.skywatt.serving.forecast.ForecastAnswer;
import org.skywatt.serving.forecast.StepSeries;
import org.skywatt.serving.generation.MeteredPower;

/** Adds up what forecasts of one lead missed; all power is a fraction of capacity. */
final class LeadTally {
  private static final long DAY = 86_400;

  private final QuantileLevels levels;
  private int n;
  private double absolute;
  private double squared;
  private double signed;
  private double pinball;
  private int covered;
  private final double[] against = new double[2];
  private final double[] baseline = new double[2];

  private LeadTally(QuantileLevels levels) {
    this.levels = levels;
  }

  /**
   * From when on readings are needed to score steps from {@code from}: the same time a day before
   * is up to two days before the step and its lead.
   */
  static Instant readFrom(Instant from, int leadMinutes) {
    return from.minus(Duration.ofDays(2)).minus(Duration.ofMinutes(leadMinutes));
  }

  /**
   * Scores of what was forecast with one lead.
   *
   * @param answer in steps of which each had been issued so many minutes before
   */
  static AccuracyJson.Lead score(ForecastAnswer answer, MeteredPower metered, int leadMinutes) {
    StepSeries series = answer.series();
    QuantileLevels levels = QuantileLevels.of(answer.levels());
    LeadTally tally = new LeadTally(levels);
    double capacity = answer.site().capacityKw();
    for (int step = 0; step < series.size(); step++) {
      long start = series.start()[step];
      long end = series.end()[step];
      double observed = metered.mean(start, end) / capacity;
      double[] quantiles = series.quantiles()[step];
      if (quantiles == null || Double.isNaN(observed)) {
        continue;
      }
      // So many days that it was over at issue.
      long before = (leadMinutes * 60L + end - start + DAY - 1) / DAY * DAY;
      tally.add(
          series.mean()[step],
          QuantileForecast.rearranged(levels, quantiles, Double.POSITIVE_INFINITY).at(0.5),
          quantiles,
          observed,
          metered.last(start - 60L * leadMinutes) / capacity,
          metered.mean(start - before, end - before) / capacity);
    }
    return tally.told(leadMinutes);
  }

  /**
   * @param baselines what the last reading and the day before would have said; NaN where unknown
   */
  private void add(
      double mean, double median, double[] quantiles, double observed, double... baselines) {
    n++;
    absolute += Math.abs(observed - median);
    squared += (observed - mean) * (observed - mean);
    signed += mean - observed;
    pinball += Pinball.mean(levels, quantiles, observed);
    covered += observed >= quantiles[0] && observed <= quantiles[quantiles.length - 1] ? 1 : 0;
    for (int i = 0; i < baselines.length; i++) {
      if (!Double.isNaN(baselines[i])) {
        against[i] += Math.abs(observed - median);
        baseline[i] += Math.abs(observed - baselines[i]);
      }
    }
  }

  private AccuracyJson.Lead told(int leadMinutes) {
    if (n == 0) {
      return new AccuracyJson.Lead(leadMinutes, 0, null, null, null, null, null, null, null, null);
    }
    return new AccuracyJson.Lead(
        leadMinutes,
        n,
        absolute / n,
        Math.sqrt(squared / n),
        signed / n,
        pinball / n,
        (double) covered / n,
        levels.get(levels.size() - 1) - levels.get(0),
        skill(0),
        skill(1));
  }

  private Double skill(int which) {
    return baseline[which] > 0 ? (Double) (1 - against[which] / baseline[which]) : null;
  }
}
