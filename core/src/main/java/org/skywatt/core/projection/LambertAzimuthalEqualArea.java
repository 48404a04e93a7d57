package org.skywatt.core.projection;

/**
 * Lambert azimuthal equal area (Snyder p. 187; GRIB template 3.140, CF {@code
 * lambert_azimuthal_equal_area}). The plane touches at the origin.
 *
 * @param latitudeOfOrigin degrees north
 * @param centralMeridian degrees east
 */
public record LambertAzimuthalEqualArea(
    Ellipsoid earth, double latitudeOfOrigin, double centralMeridian) implements Projection {
  public LambertAzimuthalEqualArea {
    if (!(Math.abs(latitudeOfOrigin) <= 90) || !Double.isFinite(centralMeridian)) {
      throw new IllegalArgumentException("no plane touches at latitude " + latitudeOfOrigin);
    }
  }

  @Override
  public PlanePoint toPlane(double latitude, double longitude) {
    double pole = earth.authalic(Math.PI / 2);
    double sinBeta = earth.authalic(Math.toRadians(latitude)) / pole;
    double cosBeta = Math.sqrt(Math.max(0, 1 - sinBeta * sinBeta));
    double sinOrigin = sinBetaOfOrigin();
    double cosOrigin = Math.sqrt(Math.max(0, 1 - sinOrigin * sinOrigin));
    double lambda = Math.toRadians(longitude - centralMeridian);
    double facing = 1 + sinOrigin * sinBeta + cosOrigin * cosBeta * Math.cos(lambda);
    if (!(facing > 1e-12)) {
      return PlanePoint.NOWHERE; // the antipode is a circle
    }
    double factor = radius() * Math.sqrt(2 / facing);
    double stretch = stretch();
    return new PlanePoint(
        factor * stretch * cosBeta * Math.sin(lambda),
        factor / stretch * (cosOrigin * sinBeta - sinOrigin * cosBeta * Math.cos(lambda)));
  }

  @Override
  public EarthPoint toEarth(double x, double y) {
    double stretch = stretch();
    double right = x / stretch;
    double up = y * stretch;
    double rho = Math.hypot(right, up);
    if (rho == 0) {
      return EarthPoint.ofRadians(
          Math.toRadians(latitudeOfOrigin), Math.toRadians(centralMeridian));
    }
    if (rho > 2 * radius()) {
      return EarthPoint.NOWHERE;
    }
    double angle = 2 * Math.asin(rho / (2 * radius()));
    double sinOrigin = sinBetaOfOrigin();
    double cosOrigin = Math.sqrt(Math.max(0, 1 - sinOrigin * sinOrigin));
    double sinBeta = Math.cos(angle) * sinOrigin + up * Math.sin(angle) * cosOrigin / rho;
    double lambda =
        Math.atan2(
            right * Math.sin(angle),
            rho * cosOrigin * Math.cos(angle) - up * sinOrigin * Math.sin(angle));
    double latitude =
        earth.latitudeOfAuthalic(Math.max(-1, Math.min(1, sinBeta)) * earth.authalic(Math.PI / 2));
    return EarthPoint.ofRadians(latitude, Math.toRadians(centralMeridian) + lambda);
  }

  private double sinBetaOfOrigin() {
    return earth.authalic(Math.toRadians(latitudeOfOrigin)) / earth.authalic(Math.PI / 2);
  }

  /** Radius of the sphere of the same area. */
  private double radius() {
    return earth.semiMajor() * Math.sqrt(earth.authalic(Math.PI / 2) / 2);
  }

  /** Snyder (24-20): makes scale true in both directions at the origin; 1 on a sphere or a pole. */
  private double stretch() {
    double sinOrigin = sinBetaOfOrigin();
    double cosOrigin = Math.sqrt(Math.max(0, 1 - sinOrigin * sinOrigin));
    if (cosOrigin < 1e-9) {
      return 1;
    }
    double parallel = earth.parallelRadius(Math.toRadians(latitudeOfOrigin));
    return earth.semiMajor() * parallel / (radius() * cosOrigin);
  }
}
