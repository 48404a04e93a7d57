package org.skywatt.features.quality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Where the level of a noisy series changes: binary segmentation with the cumulative sum of ranks
 * (Pettitt, Applied Statistics 28, 126–135, 1979), its chance by permutation. Deterministic.
 *
 * @param minLength values that a segment needs
 * @param window values on either side of a change that its size is taken from: a slow drift changes
 *     little within it, and less within half of it
 * @param minSize least difference of the levels in the windows
 * @param level the quantile that is a window's level: 0.5, or more where the noise pulls down
 */
record ChangePoints(int minLength, int window, double minSize, double level) {
  private static final int PERMUTATIONS = 999;
  private static final double MAX_CHANCE = 0.01;

  /**
   * A change.
   *
   * @param index of the first value after it
   * @param size level after minus level before
   * @param confidence one minus the chance that shuffled values show as much
   */
  record Change(int index, double size, double confidence) {}

  /** The changes in order; NaN values are passed over. */
  List<Change> find(double[] values) {
    int[] known = new int[values.length];
    int count = 0;
    for (int i = 0; i < values.length; i++) {
      if (!Double.isNaN(values[i])) {
        known[count++] = i;
      }
    }
    double[] kept = new double[count];
    for (int i = 0; i < count; i++) {
      kept[i] = values[known[i]];
    }
    List<Integer> splits = new ArrayList<>();
    split(kept, 0, count, splits);
    splits.sort(null);
    List<Change> changes = changes(kept, splits);
    while (changes.stream().anyMatch(change -> !isSure(change))) {
      Change weakest =
          changes.stream()
              .filter(change -> !isSure(change))
              .min(Comparator.comparingDouble(change -> Math.abs(change.size())))
              .orElseThrow();
      splits.remove(Integer.valueOf(weakest.index()));
      changes = changes(kept, splits);
    }
    return changes.stream()
        .map(change -> new Change(known[change.index()], change.size(), change.confidence()))
        .toList();
  }

  /** What each split is worth between its neighbours. */
  private List<Change> changes(double[] values, List<Integer> splits) {
    List<Change> changes = new ArrayList<>();
    for (int i = 0; i < splits.size(); i++) {
      int from = i == 0 ? 0 : splits.get(i - 1);
      int to = i + 1 == splits.size() ? values.length : splits.get(i + 1);
      int at = splits.get(i);
      changes.add(new Change(at, size(values, from, at, to), 1 - chance(values, from, at, to)));
    }
    return changes;
  }

  private boolean isSure(Change change) {
    return Math.abs(change.size()) >= minSize && change.confidence() >= 1 - MAX_CHANCE;
  }

  private void split(double[] values, int from, int to, List<Integer> splits) {
    if (to - from < 2 * minLength) {
      return;
    }
    double[] ranks = ranks(Arrays.copyOfRange(values, from, to));
    int best = from + mostExtreme(ranks);
    if (chance(values, from, best, to) > MAX_CHANCE) {
      return;
    }
    if (Math.abs(size(values, from, best, to)) >= minSize) {
      splits.add(best);
    }
    split(values, from, best, splits);
    split(values, best, to, splits);
  }

  /** The difference of the levels; zero where the half as near windows do not show it too. */
  private double size(double[] values, int from, int at, int to) {
    double near = size(values, from, at, to, (window + 1) / 2);
    double wide = size(values, from, at, to, window);
    return Math.abs(near) >= minSize && near * wide > 0 ? wide : 0;
  }

  private double size(double[] values, int from, int at, int to, int reach) {
    return level(values, at, Math.min(to, at + reach))
        - level(values, Math.max(from, at - reach), at);
  }

  /** Chance that the values of [from, to) in any order part as far at their best split. */
  private double chance(double[] values, int from, int at, int to) {
    double[] ranks = ranks(Arrays.copyOfRange(values, from, to));
    double found = Math.abs(sum(ranks, at - from));
    SplittableRandom random = new SplittableRandom(20231107);
    int asMuch = 0;
    for (int i = 0; i < PERMUTATIONS; i++) {
      shuffle(ranks, random);
      if (Math.abs(sum(ranks, mostExtreme(ranks))) >= found) {
        asMuch++;
      }
    }
    return (asMuch + 1.0) / (PERMUTATIONS + 1);
  }

  private int mostExtreme(double[] ranks) {
    double sum = 0;
    double most = -1;
    int best = minLength;
    for (int i = 0; i < ranks.length - minLength; i++) {
      sum += ranks[i];
      if (i + 1 >= minLength && Math.abs(sum) > most) {
        most = Math.abs(sum);
        best = i + 1;
      }
    }
    return best;
  }

  private static double sum(double[] ranks, int to) {
    double sum = 0;
    for (int i = 0; i < to; i++) {
      sum += ranks[i];
    }
    return sum;
  }

  /** Ranks less their mean; equal values share theirs. */
  private static double[] ranks(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double[] ranks = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      int low = lowerBound(sorted, values[i]);
      int high = low;
      while (high + 1 < sorted.length && sorted[high + 1] == values[i]) {
        high++;
      }
      ranks[i] = (low + high) / 2.0 - (values.length - 1) / 2.0;
    }
    return ranks;
  }

  private static int lowerBound(double[] sorted, double value) {
    int at = Arrays.binarySearch(sorted, value);
    while (at > 0 && sorted[at - 1] == value) {
      at--;
    }
    return at;
  }

  private static void shuffle(double[] values, SplittableRandom random) {
    for (int i = values.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      double kept = values[i];
      values[i] = values[j];
      values[j] = kept;
    }
  }

  private double level(double[] values, int from, int to) {
    return Quantile.of(level, Arrays.copyOfRange(values, from, to));
  }
}
