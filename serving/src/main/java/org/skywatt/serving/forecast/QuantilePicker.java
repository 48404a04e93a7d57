package org.skywatt.serving.forecast;

import java.util.Arrays;
import org.skywatt.core.forecast.QuantileLevels;
import org.skywatt.serving.problem.ProblemException;

/**
 * Any quantiles of a run: those between two levels that it holds are interpolated. Beyond the
 * outermost nothing is known, so nothing is answered.
 */
public final class QuantilePicker {
  private static final int MOST = 99;
  private static final double TOLERANCE = 1e-9;

  private final double[] levels;
  private final int[] lower;
  private final double[] weight;

  private QuantilePicker(double[] levels, QuantileLevels held) {
    this.levels = levels;
    this.lower = new int[levels.length];
    this.weight = new double[levels.length];
    for (int i = 0; i < levels.length; i++) {
      int at = 0;
      while (at < held.size() - 1 && held.get(at + 1) <= levels[i] + TOLERANCE) {
        at++;
      }
      lower[i] = at;
      double above = levels[i] - held.get(at);
      weight[i] = above < TOLERANCE ? 0 : above / (held.get(at + 1) - held.get(at));
    }
  }

  /**
   * @param wanted levels, ascending; all of the run if null
   * @throws ProblemException (400) if one lies outside those of the run
   */
  public static QuantilePicker of(double[] wanted, QuantileLevels held) {
    if (wanted == null) {
      return new QuantilePicker(held.toArray(), held);
    }
    double lowest = held.get(0);
    double highest = held.get(held.size() - 1);
    for (double level : wanted) {
      if (!(level >= lowest - TOLERANCE && level <= highest + TOLERANCE)) {
        throw ProblemException.badRequest(
            "invalid-levels",
            "levels: " + level + " is not within those of the run, " + lowest + " to " + highest);
      }
    }
    return new QuantilePicker(wanted, held);
  }

  /**
   * The levels of a list such as {@code 0.1,0.5,0.9}, ascending, each once; null if it is absent.
   *
   * @throws ProblemException (400) if an item is no number between 0 and 1
   */
  public static double[] parse(String list) {
    if (list == null) {
      return null;
    }
    String[] items = list.split(",", -1);
    if (items.length > MOST) {
      throw ProblemException.badRequest("invalid-levels", "levels: at most " + MOST);
    }
    double[] levels = new double[items.length];
    for (int i = 0; i < items.length; i++) {
      try {
        levels[i] = Double.parseDouble(items[i].trim());
      } catch (NumberFormatException e) {
        levels[i] = Double.NaN;
      }
      if (!(levels[i] > 0 && levels[i] < 1)) {
        throw ProblemException.badRequest(
            "invalid-levels", "levels: '" + items[i] + "' is no number between 0 and 1");
      }
    }
    return Arrays.stream(levels).sorted().distinct().toArray();
  }

  public int size() {
    return levels.length;
  }

  /** Wanted level {@code i}. */
  public double level(int i) {
    return levels[i];
  }

  /** The levels themselves; not to be changed. */
  double[] levels() {
    return levels;
  }

  /** The quantile of wanted level {@code i} out of those held. */
  public double pick(int i, double[] held) {
    double below = held[lower[i]];
    return weight[i] == 0 ? below : below + weight[i] * (held[lower[i] + 1] - below);
  }
}
