package org.skywatt.ingest.inspect;

/** Count, missing, and min, max and mean of what is not missing; null where all is. */
record Statistics(long count, long missing, Double min, Double max, Double mean) {
  /** Values one at a time; NaN is missing. */
  interface Values {
    double get(int index);
  }

  static Statistics of(int count, Values values) {
    double min = Double.POSITIVE_INFINITY;
    double max = Double.NEGATIVE_INFINITY;
    double sum = 0;
    long missing = 0;
    for (int i = 0; i < count; i++) {
      double value = values.get(i);
      if (Double.isNaN(value)) {
        missing++;
        continue;
      }
      min = Math.min(min, value);
      max = Math.max(max, value);
      sum += value;
    }
    return missing == count
        ? new Statistics(count, missing, null, null, null)
        : new Statistics(count, missing, min, max, sum / (count - missing));
  }
}
