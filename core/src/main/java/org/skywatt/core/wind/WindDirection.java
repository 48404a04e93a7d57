package org.skywatt.core.wind;

/** Where wind comes from, degrees clockwise from north. */
public final class WindDirection {
  private static final double TURN = 360;

  private WindDirection() {}

  /** Direction that the wind comes from, 0 to below 360; NaN for calm or NaN. */
  public static double fromDeg(double eastward, double northward) {
    if (eastward == 0 && northward == 0) {
      return Double.NaN;
    }
    double from = Math.toDegrees(Math.atan2(-eastward, -northward));
    return from < 0 ? from + TURN : from;
  }

  /**
   * Sector of {@code count} equal ones, 0 to {@code count − 1}; sector 0 has north in its middle.
   *
   * @param fromDeg any finite angle
   * @throws IllegalArgumentException if the angle is not finite or the count not positive
   */
  public static int sector(double fromDeg, int count) {
    if (!Double.isFinite(fromDeg) || count < 1) {
      throw new IllegalArgumentException(
          "no sector of " + count + " holds direction " + fromDeg + " degrees");
    }
    long sector = Math.round(fromDeg * count / TURN);
    return (int) Math.floorMod(sector, (long) count);
  }
}
