package org.skywatt.core.projection;

/**
 * A projection whose earth stands elsewhere than WGS 84's: places are moved between the two by a
 * Helmert transformation of position vectors (EPSG method 9606; its parameters lead from the datum
 * to WGS 84), heights taken for 0. Right to some metres, as the parameters are.
 *
 * @param plane on the datum's own ellipsoid
 * @param datum that ellipsoid
 * @param x metres, as y and z
 * @param rotationX seconds of arc, as y and z
 * @param scale parts in a million
 */
public record DatumShift(
    Projection plane,
    Ellipsoid datum,
    double x,
    double y,
    double z,
    double rotationX,
    double rotationY,
    double rotationZ,
    double scale)
    implements Projection {
  private static final double SECOND = Math.toRadians(1 / 3600.0);

  /** The British National Grid's datum OSGB36 (EPSG transformation 1314). */
  public static DatumShift osgb36(Projection plane, Ellipsoid airy) {
    return new DatumShift(plane, airy, 446.448, -125.157, 542.06, 0.15, 0.247, 0.842, -20.489);
  }

  /** The mean of NAD27 over the contiguous United States (EPSG transformation 1173). */
  public static DatumShift nad27(Projection plane, Ellipsoid clarke) {
    return new DatumShift(plane, clarke, -8, 160, 176, 0, 0, 0, 0);
  }

  @Override
  public PlanePoint toPlane(double latitude, double longitude) {
    double[] there = shifted(Ellipsoid.WGS84.toCentre(latitude, longitude), -1);
    EarthPoint point = datum.ofCentre(there);
    return plane.toPlane(point.latitude(), point.longitude());
  }

  @Override
  public EarthPoint toEarth(double planeX, double planeY) {
    EarthPoint point = plane.toEarth(planeX, planeY);
    return Ellipsoid.WGS84.ofCentre(
        shifted(datum.toCentre(point.latitude(), point.longitude()), 1));
  }

  /** Signs turned is the inverse to the second order of rotations and scale: below a millimetre. */
  private double[] shifted(double[] at, int sign) {
    double turnX = sign * rotationX * SECOND;
    double turnY = sign * rotationY * SECOND;
    double turnZ = sign * rotationZ * SECOND;
    double factor = 1 + sign * scale * 1e-6;
    double[] from = sign > 0 ? at : new double[] {at[0] - x, at[1] - y, at[2] - z};
    double[] to = {
      factor * (from[0] - turnZ * from[1] + turnY * from[2]),
      factor * (turnZ * from[0] + from[1] - turnX * from[2]),
      factor * (-turnY * from[0] + turnX * from[1] + from[2])
    };
    return sign > 0 ? new double[] {to[0] + x, to[1] + y, to[2] + z} : to;
  }
}
