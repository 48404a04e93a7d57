package org.skywatt.core.projection;

/**
 * A place; NaN where there is none.
 *
 * @param latitude degrees north
 * @param longitude degrees east, −180 to 180
 */
public record EarthPoint(double latitude, double longitude) {
  static final EarthPoint NOWHERE = new EarthPoint(Double.NaN, Double.NaN);

  /** From radians, with the longitude brought to its range. */
  static EarthPoint ofRadians(double latitude, double longitude) {
    return new EarthPoint(
        Math.toDegrees(latitude), Math.toDegrees(Math.IEEEremainder(longitude, 2 * Math.PI)));
  }
}
