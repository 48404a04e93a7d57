package org.skywatt.models.train;

import java.io.Serializable;
import org.skywatt.core.forecast.QuantileLevels;

/**
 * What is done to the quantiles of a blend. Trees jump from one step to the next where weather does
 * not, so a step is averaged with those before and after it; and means of quantiles are a little
 * too sharp for a month that was not seen, so they are spread around the median.
 *
 * @param beside weight of the step before and of the one after, where the step itself has 1; from 0
 * @param spread distance from the median over what it was; above 0
 */
public record Shaping(double beside, double spread) implements Serializable {
  /** Leaves everything as it is. */
  public static final Shaping NONE = new Shaping(0, 1);

  private static final int MEDIAN = QuantileLevels.PERCENTILES.size() / 2;

  /**
   * @throws IllegalArgumentException if a value is out of its range
   */
  public Shaping {
    if (!(beside >= 0 && beside < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("a neighbour's weight of " + beside + " is not from 0 on");
    }
    if (!(spread > 0 && spread < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("a spread of " + spread + " is not above 0");
    }
  }

  /**
   * The 99 percentiles of a step as fractions of capacity, ascending and within [0, 1] as those
   * given are.
   *
   * @param before those of the step before; null if there is none
   * @param after those of the step after; null if there is none
   */
  public double[] of(double[] before, double[] step, double[] after) {
    double[] shaped = step.clone();
    if (beside > 0) {
      double sum = 1 + (before == null ? 0 : beside) + (after == null ? 0 : beside);
      for (int i = 0; i < shaped.length; i++) {
        double around = (before == null ? 0 : before[i]) + (after == null ? 0 : after[i]);
        // Rounding may put the mean of ones a bit above one.
        shaped[i] = Math.min(1, (step[i] + beside * around) / sum);
      }
    }
    if (spread != 1) {
      double median = shaped[MEDIAN];
      for (int i = 0; i < shaped.length; i++) {
        shaped[i] = Math.max(0, Math.min(1, median + spread * (shaped[i] - median)));
      }
    }
    return shaped;
  }
}
