package org.skywatt.core.projection;

/**
 * The earth from a geostationary satellite: CGMS 03, <i>LRIT/HRIT Global Specification</i>, 4.4.3.2
 * (GRIB template 3.90, CF {@code geostationary}; sweep x as in the GOES-R Product User's Guide,
 * volume 3, 5.1.2). The plane is in radians of scanning angle, x to the east and y to the north.
 * Only the equatorial view, without yaw.
 *
 * @param subLongitude below the satellite, degrees east
 * @param distance of the satellite from the centre of the earth, m
 * @param sweep which angle the instrument's scan keeps constant
 */
public record SpaceView(Ellipsoid earth, double subLongitude, double distance, Sweep sweep)
    implements Projection {
  /** The sweeping axis: Y for Meteosat and Himawari, X for GOES-R. */
  public enum Sweep {
    X,
    Y
  }

  public SpaceView {
    if (!(distance > earth.semiMajor()) || !Double.isFinite(subLongitude)) {
      throw new IllegalArgumentException("no satellite is " + distance + " m from the centre");
    }
  }

  @Override
  public PlanePoint toPlane(double latitude, double longitude) {
    double flat = flat();
    double lambda = Math.toRadians(longitude - subLongitude);
    double geocentric = Math.atan(Math.tan(Math.toRadians(latitude)) * flat);
    double cos = Math.cos(geocentric);
    double radius = earth.semiMinor() / Math.sqrt(1 - earth.eccentricitySquared() * cos * cos);
    double towards = distance - radius * cos * Math.cos(lambda);
    double east = radius * cos * Math.sin(lambda);
    double north = radius * Math.sin(geocentric);
    // Behind the horizon where the line of sight meets the surface from within.
    if (!(towards * (distance - towards) > east * east + north * north / flat)) {
      return PlanePoint.NOWHERE;
    }
    return sweep == Sweep.Y
        ? new PlanePoint(Math.atan2(east, towards), Math.atan2(north, Math.hypot(towards, east)))
        : new PlanePoint(Math.atan2(east, Math.hypot(towards, north)), Math.atan2(north, towards));
  }

  @Override
  public EarthPoint toEarth(double x, double y) {
    double sinX = Math.sin(x);
    double sinY = Math.sin(y);
    // Direction of sight: towards the earth, east, north.
    double towards = Math.cos(x) * Math.cos(y);
    double east = sweep == Sweep.Y ? sinX * Math.cos(y) : sinX;
    double north = sweep == Sweep.Y ? sinY : sinY * Math.cos(x);
    double a = towards * towards + east * east + north * north / flat();
    double b = distance * towards;
    double c = distance * distance - earth.semiMajor() * earth.semiMajor();
    double root = b * b - a * c;
    if (!(root >= 0)) {
      return EarthPoint.NOWHERE;
    }
    double length = (b - Math.sqrt(root)) / a;
    double outwards = distance - length * towards;
    double alongEquator = Math.hypot(outwards, length * east);
    return EarthPoint.ofRadians(
        Math.atan2(length * north / flat(), alongEquator),
        Math.toRadians(subLongitude) + Math.atan2(length * east, outwards));
  }

  /** Square of the ratio of the radii. */
  private double flat() {
    return 1 - earth.eccentricitySquared();
  }
}
