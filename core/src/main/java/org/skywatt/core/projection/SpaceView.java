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
    return toPlane(latitude, longitude, 0);
  }

  /**
   * Where a point above the earth is seen: a cloud's top. NaN coordinates where the satellite
   * stands below its horizon; what rises above the earth's limb from behind is not shown either.
   *
   * @param heightM above the ellipsoid, m
   */
  public PlanePoint toPlane(double latitude, double longitude, double heightM) {
    double[] point = earth.toCentre(latitude, longitude - subLongitude, heightM);
    double towards = distance - point[0];
    double east = point[1];
    double north = point[2];
    double phi = Math.toRadians(latitude);
    double lambda = Math.toRadians(longitude - subLongitude);
    double up =
        Math.cos(phi) * (Math.cos(lambda) * towards - Math.sin(lambda) * east)
            - Math.sin(phi) * north;
    if (!(up > 0)) {
      return PlanePoint.NOWHERE;
    }
    return sweep == Sweep.Y
        ? new PlanePoint(Math.atan2(east, towards), Math.atan2(north, Math.hypot(towards, east)))
        : new PlanePoint(Math.atan2(east, Math.hypot(towards, north)), Math.atan2(north, towards));
  }

  @Override
  public EarthPoint toEarth(double x, double y) {
    return toEarth(x, y, 0);
  }

  /**
   * The place below the point at a height that is seen in a direction: where a cloud stands. NaN
   * coordinates where the line of sight passes by.
   *
   * @param heightM above the ellipsoid, m; the points of one height are taken to be an ellipsoid
   *     too, which is right to a metre at 20 km
   */
  public EarthPoint toEarth(double x, double y, double heightM) {
    double major = earth.semiMajor() + heightM;
    double minor = earth.semiMinor() + heightM;
    double flat = minor * minor / (major * major);
    double sinX = Math.sin(x);
    double sinY = Math.sin(y);
    // Direction of sight: towards the earth, east, north.
    double towards = Math.cos(x) * Math.cos(y);
    double east = sweep == Sweep.Y ? sinX * Math.cos(y) : sinX;
    double north = sweep == Sweep.Y ? sinY : sinY * Math.cos(x);
    double a = towards * towards + east * east + north * north / flat;
    double b = distance * towards;
    double c = distance * distance - major * major;
    double root = b * b - a * c;
    if (!(root >= 0)) {
      return EarthPoint.NOWHERE;
    }
    double length = (b - Math.sqrt(root)) / a;
    double outwards = distance - length * towards;
    double alongEquator = Math.hypot(outwards, length * east);
    return EarthPoint.ofRadians(
        Math.atan2(length * north / flat, alongEquator),
        Math.toRadians(subLongitude) + Math.atan2(length * east, outwards));
  }
}
