package org.skywatt.ingest.grib.jpeg2000;

/**
 * The inverse wavelet transform of a tile (T.800, annex F): the 5/3 of whole numbers or the 9/7 of
 * real ones, resolution by resolution, rows and then columns, in place. Samples are words of 32
 * bits: ints of the one wavelet, the bits of floats of the other.
 */
final class InverseWavelet {
  /** Columns that are lifted together, so that memory is read along rows. */
  private static final int TOGETHER = 32;

  private final Tile tile;
  private final int width;
  private final Lifting lifting;

  InverseWavelet(Tile tile) {
    this.tile = tile;
    this.width = tile.area.width();
    this.lifting = tile.style.reversible() ? Lifting.WHOLE : Lifting.REAL;
  }

  /** Transforms coefficients, which lie band beside band, to samples. */
  void undo(int[] samples) {
    for (int resolution = 1; resolution <= tile.style.levels(); resolution++) {
      Area low = tile.resolution(resolution - 1);
      Area whole = tile.resolution(resolution);
      rows(samples, low, whole);
      columns(samples, low, whole);
    }
  }

  private void rows(int[] samples, Area low, Area whole) {
    int length = whole.width();
    int odd = whole.x0() & 1;
    int[] line = new int[length];
    for (int y = 0; y < whole.height(); y++) {
      int row = y * width;
      for (int i = 0; i < low.width(); i++) {
        line[2 * i + odd] = samples[row + i];
      }
      for (int i = 0; i < length - low.width(); i++) {
        line[2 * i + 1 - odd] = samples[row + low.width() + i];
      }
      lifting.undo(line, length, 1, odd == 1);
      System.arraycopy(line, 0, samples, row, length);
    }
  }

  private void columns(int[] samples, Area low, Area whole) {
    int length = whole.height();
    int odd = whole.y0() & 1;
    int[] lines = new int[length * TOGETHER];
    for (int x = 0; x < whole.width(); x += TOGETHER) {
      int count = Math.min(TOGETHER, whole.width() - x);
      for (int i = 0; i < length; i++) {
        int to = i < low.height() ? 2 * i + odd : 2 * (i - low.height()) + 1 - odd;
        System.arraycopy(samples, i * width + x, lines, to * count, count);
      }
      lifting.undo(lines, length, count, odd == 1);
      for (int i = 0; i < length; i++) {
        System.arraycopy(lines, i * count, samples, i * width + x, count);
      }
    }
  }
}
