package org.skywatt.core.motion;

/**
 * Interpolation by Catmull-Rom cubics (Keys, Cubic convolution interpolation for digital image
 * processing, IEEE Transactions on Acoustics, Speech and Signal Processing 29, 1981, a = −1/2).
 * Beyond the edge stands the edge's value.
 */
final class Cubic {
  private Cubic() {}

  /** The value at a place, in pixels from the centre of the first one. */
  static float at(float[] values, int rows, int columns, float row, float column) {
    float r = Math.max(0, Math.min(rows - 1, row));
    float c = Math.max(0, Math.min(columns - 1, column));
    int r0 = Math.min((int) r, Math.max(0, rows - 2));
    int c0 = Math.min((int) c, Math.max(0, columns - 2));
    float y = r - r0;
    float x = c - c0;
    float xa = x * (-0.5f + x * (1 - 0.5f * x));
    float xb = 1 + x * x * (-2.5f + 1.5f * x);
    float xc = x * (0.5f + x * (2 - 1.5f * x));
    float xd = x * x * (-0.5f + 0.5f * x);
    float ya = y * (-0.5f + y * (1 - 0.5f * y));
    float yb = 1 + y * y * (-2.5f + 1.5f * y);
    float yc = y * (0.5f + y * (2 - 1.5f * y));
    float yd = y * y * (-0.5f + 0.5f * y);
    if (r0 >= 1 && c0 >= 1 && r0 < rows - 2 && c0 < columns - 2) {
      int i = (r0 - 1) * columns + c0 - 1;
      int j = i + columns;
      int k = j + columns;
      int l = k + columns;
      return ya * (xa * values[i] + xb * values[i + 1] + xc * values[i + 2] + xd * values[i + 3])
          + yb * (xa * values[j] + xb * values[j + 1] + xc * values[j + 2] + xd * values[j + 3])
          + yc * (xa * values[k] + xb * values[k + 1] + xc * values[k + 2] + xd * values[k + 3])
          + yd * (xa * values[l] + xb * values[l + 1] + xc * values[l + 2] + xd * values[l + 3]);
    }
    int left = Math.max(0, c0 - 1);
    int right = Math.min(columns - 1, c0 + 1);
    int far = Math.min(columns - 1, c0 + 2);
    float sum = 0;
    for (int k = -1; k <= 2; k++) {
      int at = Math.max(0, Math.min(rows - 1, r0 + k)) * columns;
      float along =
          xa * values[at + left]
              + xb * values[at + c0]
              + xc * values[at + right]
              + xd * values[at + far];
      sum += along * (k == -1 ? ya : k == 0 ? yb : k == 1 ? yc : yd);
    }
    return sum;
  }
}
