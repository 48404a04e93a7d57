package org.skywatt.models.score;

import org.skywatt.core.forecast.QuantileForecast;
import org.skywatt.core.forecast.QuantileLevels;

/** Adds up the forecasts of one lead, or of all. */
public final class LeadScorer {
  private static final int P10 = 9;
  private static final int P50 = 49;
  private static final int P90 = 89;

  private long n;
  private double absolute;
  private double squared;
  private double pinball;
  private long covered;
  private double referenceCrps;
  private double referencePinball;
  private double persistenceError;
  private double persistencePinball;

  /**
   * Adds one forecast.
   *
   * @param percentiles 99 quantiles, fractions of capacity
   * @param observed fraction of capacity, not NaN
   * @param persistence smart persistence, or NaN if there was none
   * @param reference 99 quantiles of the climatology, or null if there was none
   */
  public void add(double[] percentiles, double observed, double persistence, double[] reference) {
    double mean =
        QuantileForecast.rearranged(
                QuantileLevels.PERCENTILES, percentiles, Double.POSITIVE_INFINITY)
            .mean();
    double loss = Pinball.mean(QuantileLevels.PERCENTILES, percentiles, observed);
    n++;
    absolute += Math.abs(observed - percentiles[P50]);
    squared += (observed - mean) * (observed - mean);
    pinball += loss;
    covered += observed >= percentiles[P10] && observed <= percentiles[P90] ? 1 : 0;
    if (!Double.isNaN(persistence)) {
      persistenceError += Math.abs(observed - persistence);
      persistencePinball += loss;
    }
    if (reference != null) {
      referenceCrps += Pinball.crps(reference, observed);
      referencePinball += loss;
    }
  }

  public long count() {
    return n;
  }

  /**
   * The scores so far.
   *
   * @param leadMinutes the lead, or null for all together
   */
  public LeadScore score(Integer leadMinutes) {
    return new LeadScore(
        leadMinutes,
        n,
        absolute / n,
        Math.sqrt(squared / n),
        pinball / n,
        2 * pinball / n,
        (double) covered / n,
        skill(2 * persistencePinball, persistenceError),
        skill(2 * referencePinball, referenceCrps));
  }

  private static Double skill(double crps, double reference) {
    return reference > 0 ? 1 - crps / reference : null;
  }
}
