package org.skywatt.core.projection;

/**
 * Albers equal-area conic (Snyder p. 98; GRIB template 3.31, CF {@code albers_conical_equal_area}).
 * The origin of the plane lies on the central meridian at the latitude of origin.
 *
 * @param latitudeOfOrigin degrees north
 * @param centralMeridian degrees east
 * @param firstParallel latitude where scale is true, degrees north
 * @param secondParallel the other one; the same for a cone that touches
 */
public record AlbersEqualArea(
    Ellipsoid earth,
    double latitudeOfOrigin,
    double centralMeridian,
    double firstParallel,
    double secondParallel)
    implements Projection {
  public AlbersEqualArea {
    boolean cone =
        Math.abs(firstParallel) <= 90
            && Math.abs(secondParallel) <= 90
            && Math.abs(firstParallel + secondParallel) > 1e-6
            && Math.abs(latitudeOfOrigin) <= 90;
    if (!cone || !Double.isFinite(centralMeridian)) {
      throw new IllegalArgumentException(
          "no Albers cone touches the parallels " + firstParallel + " and " + secondParallel);
    }
  }

  @Override
  public PlanePoint toPlane(double latitude, double longitude) {
    double cone = cone();
    double rho = rho(cone, earth.authalic(Math.toRadians(latitude)));
    double theta = cone * Math.toRadians(Math.IEEEremainder(longitude - centralMeridian, 360));
    return new PlanePoint(rho * Math.sin(theta), rhoOfOrigin(cone) - rho * Math.cos(theta));
  }

  @Override
  public EarthPoint toEarth(double x, double y) {
    double cone = cone();
    double sign = Math.signum(cone);
    double down = rhoOfOrigin(cone) - y;
    double rho = Math.hypot(x, down) * cone / earth.semiMajor();
    double theta = Math.atan2(sign * x, sign * down);
    return EarthPoint.ofRadians(
        earth.latitudeOfAuthalic((constant(cone) - rho * rho) / cone),
        Math.toRadians(centralMeridian) + theta / cone);
  }

  private double cone() {
    double first = Math.toRadians(firstParallel);
    double second = Math.toRadians(secondParallel);
    if (Math.abs(first - second) < 1e-10) {
      return Math.sin(first);
    }
    double m1 = earth.parallelRadius(first);
    double m2 = earth.parallelRadius(second);
    return (m1 * m1 - m2 * m2) / (earth.authalic(second) - earth.authalic(first));
  }

  private double constant(double cone) {
    double m1 = earth.parallelRadius(Math.toRadians(firstParallel));
    return m1 * m1 + cone * earth.authalic(Math.toRadians(firstParallel));
  }

  private double rhoOfOrigin(double cone) {
    return rho(cone, earth.authalic(Math.toRadians(latitudeOfOrigin)));
  }

  private double rho(double cone, double authalic) {
    double square = Math.max(0, constant(cone) - cone * authalic);
    return earth.semiMajor() * Math.sqrt(square) / cone;
  }
}
