package org.skywatt.green.fleet;

/** Hoare's selection: the smallest of some values without sorting them all. */
final class Selection {
  private Selection() {}

  /**
   * Brings the {@code count} smallest of the first {@code length} values to the front, the greatest
   * of these to their end; 1 to {@code length}.
   */
  static void smallestFirst(double[] values, int length, int count) {
    int low = 0;
    int high = length - 1;
    int wanted = count - 1;
    while (low < high) {
      double pivot = values[(low + high) >>> 1];
      int left = low;
      int right = high;
      while (left <= right) {
        while (values[left] < pivot) {
          left++;
        }
        while (values[right] > pivot) {
          right--;
        }
        if (left <= right) {
          double swap = values[left];
          values[left++] = values[right];
          values[right--] = swap;
        }
      }
      if (wanted <= right) {
        high = right;
      } else if (wanted >= left) {
        low = left;
      } else {
        return;
      }
    }
  }
}
