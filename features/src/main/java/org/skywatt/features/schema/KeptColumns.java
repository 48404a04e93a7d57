package org.skywatt.features.schema;

/** Features by the number of the step that stay as they are until they are forgotten. */
final class KeptColumns {
  /** What a feature is at steps {@code start} to before {@code end}. */
  interface Compute {
    void fill(int column, int start, int end, float[] values, int at);
  }

  private static final int FEW = 64;

  private final float[][] columns;
  private int first;
  private int from;
  private int to;

  KeptColumns(int count) {
    columns = new float[count][0];
  }

  void forget() {
    from = 0;
    to = 0;
  }

  /** Makes sure of steps {@code start} to before {@code end}; what is missing is computed. */
  void cover(int start, int end, Compute compute) {
    if (start > to || end < from || from == to) {
      from = start;
      to = start;
      first = start;
    }
    makeRoom(Math.min(start, from), Math.max(end, to));
    if (start < from) {
      compute(start, from, compute);
      from = start;
    }
    if (end > to) {
      compute(to, end, compute);
      to = end;
    }
  }

  /** Copies a column's steps from {@code start} on to {@code values}. */
  void copy(int column, int start, float[] values, int at, int count) {
    System.arraycopy(columns[column], start - first, values, at, count);
  }

  private void compute(int start, int end, Compute compute) {
    for (int column = 0; column < columns.length; column++) {
      compute.fill(column, start, end, columns[column], start - first);
    }
  }

  private void makeRoom(int low, int high) {
    int size = columns.length == 0 ? 0 : columns[0].length;
    if (low >= first && high - first <= size) {
      return;
    }
    int larger = high - low <= size ? size : Math.max(FEW, 2 * (high - low));
    int begin = low < first ? high - larger : low;
    for (int column = 0; column < columns.length; column++) {
      float[] grown = columns[column].length == larger ? columns[column] : new float[larger];
      System.arraycopy(columns[column], from - first, grown, from - begin, to - from);
      columns[column] = grown;
    }
    first = begin;
  }
}
