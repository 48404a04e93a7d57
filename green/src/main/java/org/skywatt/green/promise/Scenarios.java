package org.skywatt.green.promise;

import java.util.Arrays;

/**
 * Equally likely courses of what a job gains in each slot, such as the share of its power that is
 * green, or the carbon that it does not emit. More is better.
 *
 * @param values [scenario][slot], finite
 */
public record Scenarios(double[]... values) {
  /**
   * @throws IllegalArgumentException if there is no scenario, they differ in length, or a value is
   *     not finite
   */
  public Scenarios {
    if (values.length == 0) {
      throw new IllegalArgumentException("a promise needs scenarios, and there is none");
    }
    for (double[] scenario : values) {
      if (scenario.length != values[0].length) {
        throw new IllegalArgumentException("scenarios differ in their number of slots");
      }
      for (double value : scenario) {
        if (!Double.isFinite(value)) {
          throw new IllegalArgumentException("a scenario holds " + value);
        }
      }
    }
  }

  /**
   * The share of a job's power that green power covers.
   *
   * @param greenKw [scenario][slot], 0 or more
   * @param powerKw of the job, above 0
   */
  public static Scenarios ofCover(double[][] greenKw, double powerKw) {
    double[][] cover = new double[greenKw.length][];
    for (int i = 0; i < cover.length; i++) {
      cover[i] = Arrays.stream(greenKw[i]).map(green -> Math.min(1, green / powerKw)).toArray();
    }
    return new Scenarios(cover);
  }

  int count() {
    return values.length;
  }

  public int slots() {
    return values[0].length;
  }

  /** The mean over the chosen slots, one a scenario, ascending. */
  public double[] outcomes(int... slots) {
    double[] outcomes = new double[values.length];
    for (int i = 0; i < outcomes.length; i++) {
      outcomes[i] = mean(values[i], slots);
    }
    Arrays.sort(outcomes);
    return outcomes;
  }

  /** The mean of a course over the chosen slots. */
  public static double mean(double[] course, int... slots) {
    double sum = 0;
    for (int slot : slots) {
      sum += course[slot];
    }
    return sum / slots.length;
  }
}
