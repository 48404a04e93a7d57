package org.skywatt.ingest.grib.jpeg2000;

/** Lifting steps of the two wavelets, undone on lines of samples (T.800, F.3). */
enum Lifting {
  /** The reversible 5/3, of ints. */
  WHOLE {
    @Override
    void undo(int[] line, int length, int lines, boolean odd) {
      int low = odd ? 1 : 0;
      if (length == 1) {
        for (int k = 0; odd && k < lines; k++) {
          line[k] /= 2;
        }
        return;
      }
      for (int i = low; i < length; i += 2) {
        int at = i * lines;
        int before = left(i) * lines;
        int after = right(i, length) * lines;
        for (int k = 0; k < lines; k++) {
          line[at + k] -= (line[before + k] + line[after + k] + 2) >> 2;
        }
      }
      for (int i = 1 - low; i < length; i += 2) {
        int at = i * lines;
        int before = left(i) * lines;
        int after = right(i, length) * lines;
        for (int k = 0; k < lines; k++) {
          line[at + k] += (line[before + k] + line[after + k]) >> 1;
        }
      }
    }
  },

  /** The irreversible 9/7, of the bits of floats. */
  REAL {
    @Override
    void undo(int[] line, int length, int lines, boolean odd) {
      int low = odd ? 1 : 0;
      if (length == 1) {
        scale(line, 0, lines, odd ? 0.5f : 1);
        return;
      }
      for (int i = 0; i < length; i++) {
        scale(line, i * lines, lines, (i & 1) == low ? K : 1 / K);
      }
      step(line, length, lines, low, DELTA);
      step(line, length, lines, 1 - low, GAMMA);
      step(line, length, lines, low, BETA);
      step(line, length, lines, 1 - low, ALPHA);
    }
  };

  private static final float ALPHA = (float) -1.586134342059924;
  private static final float BETA = (float) -0.052980118572961;
  private static final float GAMMA = (float) 0.882911075530934;
  private static final float DELTA = (float) 0.443506852043971;
  private static final float K = (float) 1.230174104914001;

  /**
   * Undoes one level on lines that lie beside each other.
   *
   * @param line sample i of line k at {@code i × lines + k}
   * @param odd whether the first sample is of the high band
   */
  abstract void undo(int[] line, int length, int lines, boolean odd);

  private static void scale(int[] line, int from, int count, float factor) {
    for (int k = from; k < from + count; k++) {
      line[k] = Float.floatToRawIntBits(Float.intBitsToFloat(line[k]) * factor);
    }
  }

  private static void step(int[] line, int length, int lines, int first, float factor) {
    for (int i = first; i < length; i += 2) {
      int at = i * lines;
      int before = left(i) * lines;
      int after = right(i, length) * lines;
      for (int k = 0; k < lines; k++) {
        float sum = Float.intBitsToFloat(line[before + k]) + Float.intBitsToFloat(line[after + k]);
        line[at + k] = Float.floatToRawIntBits(Float.intBitsToFloat(line[at + k]) - factor * sum);
      }
    }
  }

  /** Beyond an edge, lines are mirrored. */
  private static int left(int i) {
    return i == 0 ? 1 : i - 1;
  }

  private static int right(int i, int length) {
    return i == length - 1 ? length - 2 : i + 1;
  }
}
