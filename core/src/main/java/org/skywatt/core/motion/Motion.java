package org.skywatt.core.motion;

/**
 * Motion of the clouds of an image over one step, at each pixel the motion of what has arrived
 * there.
 *
 * @param right towards growing columns, pixels a step
 * @param down towards growing rows, pixels a step
 * @param confidence how well the image before, carried along the motion, matches the image around
 *     the pixel: their correlation within about 8 pixels, 0 (none, or nothing to match) to 1
 */
public record Motion(Plane right, Plane down, Plane confidence) {
  /** Carries places back by one step. */
  void carryBack(float[] rows, float[] columns, int from, int to) {
    carryBack(rows, columns, from, to, 1);
  }

  /**
   * Carries places back by some steps, or a part of one, along the motion, by the midpoint rule
   * (semi-Lagrangian: Staniforth and Côté, Monthly Weather Review 119, 1991). Beyond the edge the
   * edge's motion holds.
   *
   * @param rows changed in place, from index {@code from} to before {@code to}
   * @param columns changed alike
   * @param step 0 to 1: the part of a step; call again for more
   */
  public void carryBack(float[] rows, float[] columns, int from, int to, float step) {
    int height = right.rows();
    int width = right.columns();
    float[] u = right.values();
    float[] v = down.values();
    for (int i = from; i < to; i++) {
      float halfRow = rows[i] - step / 2 * Linear.at(v, height, width, rows[i], columns[i]);
      float halfColumn = columns[i] - step / 2 * Linear.at(u, height, width, rows[i], columns[i]);
      rows[i] -= step * Linear.at(v, height, width, halfRow, halfColumn);
      columns[i] -= step * Linear.at(u, height, width, halfRow, halfColumn);
    }
  }
}
