package org.skywatt.ingest.grib.packing;

/** The five row filters of PNG (ISO/IEC 15948, section 9), undone. */
final class PngFilter {
  private PngFilter() {}

  /**
   * Rows without their filters.
   *
   * @param filtered rows, each behind a byte that names its filter
   * @param step bytes back to the same channel of the pixel on the left
   */
  static byte[] undo(byte[] filtered, int rowBytes, int rows, int step) {
    byte[] all = new byte[rowBytes * rows];
    for (int row = 0; row < rows; row++) {
      int from = row * (rowBytes + 1);
      int to = row * rowBytes;
      System.arraycopy(filtered, from + 1, all, to, rowBytes);
      int above = row == 0 ? -1 : to - rowBytes;
      switch (filtered[from]) {
        case 0 -> {}
        case 1 -> addLeft(all, to, rowBytes, step);
        case 2 -> addAbove(all, to, rowBytes, above);
        case 3 -> addMean(all, to, rowBytes, above, step);
        case 4 -> addPaeth(all, to, rowBytes, above, step);
        default -> throw new IllegalArgumentException("corrupt: PNG filter " + filtered[from]);
      }
    }
    return all;
  }

  private static void addLeft(byte[] all, int at, int length, int step) {
    for (int i = step; i < length; i++) {
      all[at + i] += all[at + i - step];
    }
  }

  private static void addAbove(byte[] all, int at, int length, int above) {
    for (int i = 0; above >= 0 && i < length; i++) {
      all[at + i] += all[above + i];
    }
  }

  private static void addMean(byte[] all, int at, int length, int above, int step) {
    for (int i = 0; i < length; i++) {
      int left = i < step ? 0 : all[at + i - step] & 0xff;
      int up = above < 0 ? 0 : all[above + i] & 0xff;
      all[at + i] += (byte) ((left + up) / 2);
    }
  }

  /** Of left, above and above left, the one nearest to left + above − above left. */
  private static void addPaeth(byte[] all, int at, int length, int above, int step) {
    for (int i = 0; i < length; i++) {
      int left = i < step ? 0 : all[at + i - step] & 0xff;
      int up = above < 0 ? 0 : all[above + i] & 0xff;
      int corner = i < step || above < 0 ? 0 : all[above + i - step] & 0xff;
      int toLeft = Math.abs(up - corner);
      int toUp = Math.abs(left - corner);
      int toCorner = Math.abs(left + up - 2 * corner);
      int nearest = toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
      all[at + i] += (byte) nearest;
    }
  }
}
