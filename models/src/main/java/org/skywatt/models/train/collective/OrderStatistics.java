package org.skywatt.models.train.collective;

/**
 * Exact order statistics of numbers that lie with several tasks, found digit by digit: all count
 * how many of theirs are below sixteen bounds, and go on between the two that hold the rank.
 */
final class OrderStatistics {
  private static final int DIGIT_BITS = 4;
  private static final int BOUNDS = (1 << DIGIT_BITS) - 1;

  private OrderStatistics() {}

  /**
   * The numbers at the given ranks of each set.
   *
   * @param sorted this task's numbers of each set, ascending
   * @param ranks for each set, from 0, below the size of the whole set; the same in all tasks
   */
  static int[][] find(Collective all, int[][] sorted, long[][] ranks) {
    int[][] found = new int[ranks.length][];
    int wanted = 0;
    for (int set = 0; set < ranks.length; set++) {
      found[set] = new int[ranks[set].length];
      wanted += ranks[set].length;
    }
    for (int shift = Integer.SIZE - DIGIT_BITS; shift >= 0; shift -= DIGIT_BITS) {
      long[] below = all.sum(below(sorted, found, shift, wanted));
      int at = 0;
      for (int set = 0; set < ranks.length; set++) {
        for (int i = 0; i < ranks[set].length; i++) {
          int digit = 0;
          while (digit < BOUNDS && below[at + digit] <= ranks[set][i]) {
            digit++;
          }
          found[set][i] |= digit << shift;
          at += BOUNDS;
        }
      }
    }
    for (int[] own : found) {
      for (int i = 0; i < own.length; i++) {
        own[i] ^= Integer.MIN_VALUE;
      }
    }
    return found;
  }

  /** How many of this task's numbers are below each bound. Bounds count from the least integer. */
  private static long[] below(int[][] sorted, int[][] found, int shift, int wanted) {
    long[] below = new long[Math.multiplyExact(wanted, BOUNDS)];
    int at = 0;
    for (int set = 0; set < found.length; set++) {
      for (int prefix : found[set]) {
        int low = 0;
        for (int digit = 1; digit <= BOUNDS; digit++) {
          low = lowerBound(sorted[set], low, (prefix | digit << shift) ^ Integer.MIN_VALUE);
          below[at++] = low;
        }
      }
    }
    return below;
  }

  private static int lowerBound(int[] sorted, int from, int bound) {
    int low = from;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < bound) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
