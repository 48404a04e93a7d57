package org.skywatt.serving.forecast;

import java.util.Arrays;
import org.skywatt.core.forecast.QuantileLevels;
import org.skywatt.serving.problem.ProblemException;

/**
 * The quantile levels that are asked for, as indices into those that the run has; ascending, each
 * once.
 */
public final class LevelSelection {
  private static final double TOLERANCE = 1e-9;

  private final QuantileLevels held;
  private final int[] indices;

  private LevelSelection(QuantileLevels held, int[] indices) {
    this.held = held;
    this.indices = indices;
  }

  /**
   * Those of a list such as {@code 0.1,0.5,0.9}; all if it is absent.
   *
   * @throws ProblemException (400) if an item is no number or no level of the run
   */
  public static LevelSelection parse(String list, QuantileLevels held) {
    if (list == null) {
      return of(held.toArray(), held);
    }
    String[] items = list.split(",", -1);
    if (items.length > held.size()) {
      throw unknown(list, held);
    }
    double[] levels = new double[items.length];
    for (int i = 0; i < items.length; i++) {
      try {
        levels[i] = Double.parseDouble(items[i].trim());
      } catch (NumberFormatException e) {
        throw unknown(items[i], held);
      }
    }
    return of(levels, held);
  }

  /** Those of numbers; the rest is as for {@link #parse}. */
  public static LevelSelection of(double[] wanted, QuantileLevels held) {
    boolean[] chosen = new boolean[held.size()];
    for (double level : wanted) {
      chosen[indexOf(level, held)] = true;
    }
    int[] indices = new int[held.size()];
    int count = 0;
    for (int i = 0; i < chosen.length; i++) {
      if (chosen[i]) {
        indices[count++] = i;
      }
    }
    return new LevelSelection(held, Arrays.copyOf(indices, count));
  }

  private static int indexOf(double level, QuantileLevels held) {
    for (int i = 0; i < held.size(); i++) {
      if (Math.abs(held.get(i) - level) < TOLERANCE) {
        return i;
      }
    }
    throw unknown(Double.toString(level), held);
  }

  private static ProblemException unknown(String what, QuantileLevels held) {
    return ProblemException.badRequest(
        "invalid-levels", "levels: '" + what + "' is not among those of the run, " + held);
  }

  public int size() {
    return indices.length;
  }

  /** The index of selected level {@code i} among those that the run has. */
  public int index(int i) {
    return indices[i];
  }

  /** The levels themselves. */
  public double[] toArray() {
    return Arrays.stream(indices).mapToDouble(held::get).toArray();
  }
}
