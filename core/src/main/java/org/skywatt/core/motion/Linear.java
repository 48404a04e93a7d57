package org.skywatt.core.motion;

/** Bilinear interpolation; beyond the edge stands the edge's value. */
final class Linear {
  private Linear() {}

  /** The value at a place, in pixels from the centre of the first one. */
  static float at(float[] values, int rows, int columns, float row, float column) {
    float r = Math.max(0, Math.min(rows - 1, row));
    float c = Math.max(0, Math.min(columns - 1, column));
    int r0 = (int) r;
    int c0 = (int) c;
    int above = r0 * columns;
    int below = r0 == rows - 1 ? above : above + columns;
    int c1 = c0 == columns - 1 ? c0 : c0 + 1;
    float x = c - c0;
    float top = values[above + c0] + x * (values[above + c1] - values[above + c0]);
    float low = values[below + c0] + x * (values[below + c1] - values[below + c0]);
    return top + (r - r0) * (low - top);
  }
}
