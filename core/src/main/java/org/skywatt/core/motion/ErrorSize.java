package org.skywatt.core.motion;

/**
 * How large the errors of a lead are: weights of the causes in {@link Unrest}.
 *
 * @param displacement squared error of where clouds have gone along each axis, pixels²
 * @param variance part of the local variance that is noise
 * @param change weight of the latest change
 * @param floor weight of the floor
 */
record ErrorSize(double displacement, double variance, double change, double floor) {
  /** What is assumed of a lead until there is a past. */
  static ErrorSize guess(int step) {
    return new ErrorSize(0.1 * step * step, Math.min(1, 0.1 * step), 0.5 * step, step);
  }

  /** Those of a longer lead: displacements grow with it, the rest as a random walk. */
  ErrorSize stretched(double ratio) {
    return new ErrorSize(
        displacement * ratio * ratio, Math.min(1, variance * ratio), change * ratio, floor * ratio);
  }

  /** Standard deviation of what is not displacement. */
  float noise(float[] causes) {
    return (float) Math.sqrt(variance * causes[1] + change * causes[2] + floor * causes[3]);
  }
}
