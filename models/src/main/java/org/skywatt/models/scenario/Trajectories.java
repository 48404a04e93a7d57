package org.skywatt.models.scenario;

import java.util.Arrays;
import org.skywatt.core.forecast.QuantileLevels;

/**
 * Equally likely courses out of quantiles and scores (ensemble copula coupling, Schefzik,
 * Thorarinsdottir and Gneiting 2013, doi:10.1214/13-STS443): at each step the scenario whose score
 * is the r-th of n gets the quantile at level (r − ½) / n. So each step keeps its distribution, and
 * only the order is drawn.
 */
public final class Trajectories {
  private Trajectories() {}

  /**
   * The courses of one site.
   *
   * @param quantiles {@code [step][level]}, ascending; null where the step is missing
   * @param scores {@code [step][scenario]}
   * @param most the greatest value possible at each step
   * @return {@code [scenario][step]} within [0, most]; NaN where the step is missing
   */
  public static double[][] of(
      QuantileLevels levels, double[][] quantiles, double[][] scores, double[] most) {
    int scenarios = scores[0].length;
    double[][] courses = new double[scenarios][quantiles.length];
    long[] order = new long[scenarios];
    for (int step = 0; step < quantiles.length; step++) {
      for (int scenario = 0; scenario < scenarios; scenario++) {
        order[scenario] = sortable((float) scores[step][scenario]) << 32 | scenario;
      }
      Arrays.sort(order);
      for (int rank = 0; rank < scenarios; rank++) {
        courses[(int) order[rank]][step] =
            quantiles[step] == null
                ? Double.NaN
                : at(levels, quantiles[step], (rank + 0.5) / scenarios, most[step]);
      }
    }
    return courses;
  }

  /** Whole numbers in the order of the floats. */
  private static long sortable(float value) {
    int bits = Float.floatToIntBits(value);
    return bits ^ (bits >> 31 & Integer.MAX_VALUE);
  }

  /** Linear between levels; beyond the outermost an exponential tail goes on with their slope. */
  private static double at(QuantileLevels levels, double[] quantiles, double level, double most) {
    int last = quantiles.length - 1;
    double value;
    if (last == 0) {
      value = quantiles[0];
    } else if (level < levels.get(0)) {
      double slope = (quantiles[1] - quantiles[0]) / Math.log(levels.get(1) / levels.get(0));
      value = quantiles[0] - slope * Math.log(levels.get(0) / level);
    } else if (level > levels.get(last)) {
      double rest = 1 - levels.get(last);
      double slope =
          (quantiles[last] - quantiles[last - 1]) / Math.log((1 - levels.get(last - 1)) / rest);
      value = quantiles[last] + slope * Math.log(rest / (1 - level));
    } else {
      int upper = 1;
      while (levels.get(upper) < level) {
        upper++;
      }
      double weight = (level - levels.get(upper - 1)) / (levels.get(upper) - levels.get(upper - 1));
      value = quantiles[upper - 1] + weight * (quantiles[upper] - quantiles[upper - 1]);
    }
    return Math.max(0, Math.min(value, most));
  }

  /**
   * The quantile of a sample: linear between its values, of which the r-th of n stands for the
   * level (r − ½) / n.
   *
   * @param ascending at least one value; NaN makes the answer NaN
   */
  public static double quantile(double[] ascending, double level) {
    int last = ascending.length - 1;
    if (Double.isNaN(ascending[last])) {
      return Double.NaN;
    }
    double place = Math.max(0, Math.min(level * ascending.length - 0.5, last));
    int below = (int) place;
    int above = Math.min(below + 1, last);
    return ascending[below] + (place - below) * (ascending[above] - ascending[below]);
  }
}
