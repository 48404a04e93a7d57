package org.skywatt.models.score;

import java.io.Serializable;

/**
 * CRPS = reliability − resolution + uncertainty (Hersbach 2000, Weather and Forecasting 15), for
 * CRPS as twice the mean pinball loss over 0.01 … 0.99. Between two neighbouring percentiles the
 * loss is g·(o − c)²/0.99 more than the least that any probability could have there, where g is the
 * mean width of the range, o how often the outcome lay below it and c the middle of its two levels:
 * that is the reliability, 0 where forecasts mean what they say. Hersbach has the same for members
 * of an ensemble. Outermost ranges go to the bounds 0 and 1.
 *
 * <p>Memory is constant. The uncertainty is that of outcomes rounded to a 2000th of capacity.
 */
public final class CrpsParts implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final int CELLS = 2400;
  private static final double CELL = 1.0 / 2000;

  private final double[] below = new double[Pit.RANGES];
  private final double[] above = new double[Pit.RANGES];
  private final long[] outcomes = new long[CELLS];
  private long n;
  private double crps;

  /**
   * The parts; fractions of capacity.
   *
   * @param reliability what miscalibration costs, at least 0
   * @param resolution what telling situations apart gains; more is better
   * @param uncertainty CRPS of the outcomes' own distribution, always the same
   */
  public record Parts(double crps, double reliability, double resolution, double uncertainty) {}

  /**
   * Adds one forecast.
   *
   * @param percentiles 99, ascending, within [0, 1]
   * @param observed fraction of capacity, not NaN
   */
  public void add(double[] percentiles, double observed) {
    n++;
    crps += Pinball.crps(percentiles, observed);
    double from = Math.min(0, observed);
    for (int range = 0; range < Pit.RANGES; range++) {
      double to =
          range < percentiles.length
              ? percentiles[range]
              : Math.max(1, Math.max(observed, percentiles[range - 1]));
      double split = Math.min(Math.max(observed, from), to);
      below[range] += split - from;
      above[range] += to - split;
      from = to;
    }
    outcomes[(int) Math.min(Math.max(Math.round(observed / CELL), 0), CELLS - 1)]++;
  }

  /** Adds all that {@code other} was given. */
  public void merge(CrpsParts other) {
    n += other.n;
    crps += other.crps;
    for (int i = 0; i < Pit.RANGES; i++) {
      below[i] += other.below[i];
      above[i] += other.above[i];
    }
    for (int i = 0; i < CELLS; i++) {
      outcomes[i] += other.outcomes[i];
    }
  }

  /** The parts so far; NaN before the first forecast. */
  public Parts parts() {
    double reliability = 0;
    for (int range = 0; range < Pit.RANGES; range++) {
      double width = below[range] + above[range];
      if (width > 0) {
        double off = above[range] / width - (range + 0.5) / Pit.RANGES;
        reliability += width / n * off * off / 0.99;
      }
    }
    double uncertainty = uncertainty();
    return new Parts(crps / n, reliability, uncertainty - (crps / n - reliability), uncertainty);
  }

  /** The integral of F·(1 − F) of the outcomes. */
  private double uncertainty() {
    double sum = 0;
    long upTo = 0;
    for (long count : outcomes) {
      upTo += count;
      double share = (double) upTo / n;
      sum += share * (1 - share) * CELL;
    }
    return sum;
  }
}
