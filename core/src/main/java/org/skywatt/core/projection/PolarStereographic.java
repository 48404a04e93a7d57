package org.skywatt.core.projection;

/**
 * Polar stereographic (Snyder p. 157; GRIB template 3.20, CF {@code polar_stereographic}). The
 * origin of the plane is the pole; its y axis runs up the central meridian.
 *
 * @param north whether the plane touches at the north pole
 * @param centralMeridian degrees east; vertical in the plane, below the north and above the south
 *     pole
 * @param trueScaleLatitude where scale is true, degrees; its sign does not matter
 */
public record PolarStereographic(
    Ellipsoid earth, boolean north, double centralMeridian, double trueScaleLatitude)
    implements Projection {
  public PolarStereographic {
    if (!(Math.abs(trueScaleLatitude) <= 90) || !Double.isFinite(centralMeridian)) {
      throw new IllegalArgumentException(
          "no polar plane has true scale at latitude " + trueScaleLatitude);
    }
  }

  @Override
  public PlanePoint toPlane(double latitude, double longitude) {
    double sign = north ? 1 : -1;
    double phi = sign * Math.toRadians(latitude);
    if (!(phi > -Math.PI / 2 + 1e-9)) {
      return PlanePoint.NOWHERE;
    }
    double rho = scale() * Math.max(0, earth.conformalTangent(phi));
    double lambda = Math.toRadians(longitude - centralMeridian);
    return new PlanePoint(rho * Math.sin(lambda), -sign * rho * Math.cos(lambda));
  }

  @Override
  public EarthPoint toEarth(double x, double y) {
    double sign = north ? 1 : -1;
    double phi = earth.latitudeOfConformalTangent(Math.hypot(x, y) / scale());
    double lambda = x == 0 && y == 0 ? 0 : Math.atan2(x, -sign * y);
    return EarthPoint.ofRadians(sign * phi, Math.toRadians(centralMeridian) + lambda);
  }

  /** Snyder (21-33), (21-34). */
  private double scale() {
    double trueScale = Math.toRadians(Math.abs(trueScaleLatitude));
    if (Math.abs(trueScaleLatitude) > 90 - 1e-9) {
      double e = earth.eccentricity();
      double square = Math.pow(1 + e, 1 + e) * Math.pow(1 - e, 1 - e);
      return 2 * earth.semiMajor() / Math.sqrt(square);
    }
    return earth.semiMajor() * earth.parallelRadius(trueScale) / earth.conformalTangent(trueScale);
  }
}
