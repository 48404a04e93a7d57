package org.skywatt.core.projection;

/**
 * Mercator (Snyder p. 38; GRIB template 3.10, CF {@code mercator}). The origin of the plane is the
 * central meridian on the equator.
 *
 * @param centralMeridian degrees east
 * @param trueScaleLatitude where scale is true, degrees
 */
public record Mercator(Ellipsoid earth, double centralMeridian, double trueScaleLatitude)
    implements Projection {
  public Mercator {
    if (!(Math.abs(trueScaleLatitude) < 90) || !Double.isFinite(centralMeridian)) {
      throw new IllegalArgumentException(
          "no Mercator plane has true scale at latitude " + trueScaleLatitude);
    }
  }

  @Override
  public PlanePoint toPlane(double latitude, double longitude) {
    if (!(Math.abs(latitude) < 90 - 1e-9)) {
      return PlanePoint.NOWHERE;
    }
    double lambda = Math.toRadians(Math.IEEEremainder(longitude - centralMeridian, 360));
    double tangent = earth.conformalTangent(Math.toRadians(latitude));
    return new PlanePoint(radius() * lambda, -radius() * Math.log(tangent));
  }

  @Override
  public EarthPoint toEarth(double x, double y) {
    return EarthPoint.ofRadians(
        earth.latitudeOfConformalTangent(Math.exp(-y / radius())),
        Math.toRadians(centralMeridian) + x / radius());
  }

  @Override
  public double xPeriod() {
    return 2 * Math.PI * radius();
  }

  private double radius() {
    return earth.semiMajor() * earth.parallelRadius(Math.toRadians(trueScaleLatitude));
  }
}
