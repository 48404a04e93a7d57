package org.skywatt.serving.accuracy;

import org.skywatt.core.forecast.QuantileLevels;
import org.skywatt.models.score.Pinball;

/** Adds up what forecasts of one lead missed; all power is a fraction of capacity. */
final class LeadTally {
  private final QuantileLevels levels;
  private int n;
  private double absolute;
  private double squared;
  private double signed;
  private double pinball;
  private int covered;
  private final double[] against = new double[2];
  private final double[] baseline = new double[2];

  LeadTally(QuantileLevels levels) {
    this.levels = levels;
  }

  /**
   * @param baselines what the last reading and the day before would have said; NaN where unknown
   */
  void add(double mean, double median, double[] quantiles, double observed, double... baselines) {
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

  AccuracyJson.Lead told(int leadMinutes) {
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
