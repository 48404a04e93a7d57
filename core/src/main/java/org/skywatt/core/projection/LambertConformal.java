package org.skywatt.core.projection;

/**
 * Lambert conformal conic (Snyder p. 104; GRIB template 3.30, CF {@code lambert_conformal_conic}).
 * The origin of the plane lies on the central meridian at the latitude of origin.
 *
 * @param latitudeOfOrigin degrees north
 * @param centralMeridian degrees east
 * @param firstParallel latitude where scale is true, degrees north
 * @param secondParallel the other one; the same for a cone that touches
 */
public record LambertConformal(
    Ellipsoid earth,
    double latitudeOfOrigin,
    double centralMeridian,
    double firstParallel,
    double secondParallel)
    implements Projection {
  public LambertConformal {
    boolean cone =
        Math.abs(firstParallel) < 90
            && Math.abs(secondParallel) < 90
            && Math.abs(firstParallel + secondParallel) > 1e-6
            && Math.abs(latitudeOfOrigin) <= 90;
    if (!cone || !Double.isFinite(centralMeridian)) {
      throw new IllegalArgumentException(
          "no Lambert cone touches the parallels " + firstParallel + " and " + secondParallel);
    }
  }

  @Override
  public PlanePoint toPlane(double latitude, double longitude) {
    double cone = cone();
    double rho = rho(cone, Math.toRadians(latitude));
    if (Double.isInfinite(rho)) {
      return PlanePoint.NOWHERE; // the pole that the cone does not show
    }
    double theta = cone * Math.toRadians(Math.IEEEremainder(longitude - centralMeridian, 360));
    return new PlanePoint(
        rho * Math.sin(theta), rho(cone, Math.toRadians(latitudeOfOrigin)) - rho * Math.cos(theta));
  }

  @Override
  public EarthPoint toEarth(double x, double y) {
    double cone = cone();
    double sign = Math.signum(cone);
    double down = rho(cone, Math.toRadians(latitudeOfOrigin)) - y;
    double rho = sign * Math.hypot(x, down);
    double theta = Math.atan2(sign * x, sign * down);
    double tangent = Math.pow(rho / scale(cone), 1 / cone);
    return EarthPoint.ofRadians(
        earth.latitudeOfConformalTangent(tangent), Math.toRadians(centralMeridian) + theta / cone);
  }

  /** Snyder (15-8); its limit, the sine, where both parallels are one. */
  private double cone() {
    double first = Math.toRadians(firstParallel);
    double second = Math.toRadians(secondParallel);
    if (Math.abs(first - second) < 1e-10) {
      return Math.sin(first);
    }
    double radii = Math.log(earth.parallelRadius(first) / earth.parallelRadius(second));
    return radii / Math.log(earth.conformalTangent(first) / earth.conformalTangent(second));
  }

  private double scale(double cone) {
    double first = Math.toRadians(firstParallel);
    return earth.semiMajor()
        * earth.parallelRadius(first)
        / (cone * Math.pow(earth.conformalTangent(first), cone));
  }

  private double rho(double cone, double latitude) {
    double tangent = Math.max(0, earth.conformalTangent(latitude));
    return scale(cone) * Math.pow(tangent, cone);
  }
}
