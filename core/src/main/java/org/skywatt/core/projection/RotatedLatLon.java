package org.skywatt.core.projection;

/**
 * Latitude and longitude about a moved pole (GRIB templates 3.1 and 3.41, CF {@code
 * rotated_latitude_longitude}). The plane is in degrees: x the rotated longitude, −180 to 180, y
 * the rotated latitude. WMO Manual on Codes, volume I.2, note 2 to template 3.1: the sphere is
 * turned about its axis by the longitude of the southern pole, then about the new y axis so that
 * the pole comes to its place, then about the new axis by the angle of rotation.
 *
 * @param southPoleLatitude where the rotated south pole lies, degrees north
 * @param southPoleLongitude degrees east
 * @param rotation about the new polar axis, degrees clockwise as seen from the rotated south pole
 */
public record RotatedLatLon(double southPoleLatitude, double southPoleLongitude, double rotation)
    implements Projection {
  public RotatedLatLon {
    if (!(Math.abs(southPoleLatitude) <= 90)
        || !Double.isFinite(southPoleLongitude)
        || !Double.isFinite(rotation)) {
      throw new IllegalArgumentException(
          "a south pole at " + southPoleLatitude + ", " + southPoleLongitude + " is not on earth");
    }
  }

  @Override
  public PlanePoint toPlane(double latitude, double longitude) {
    double tilt = Math.toRadians(90 + southPoleLatitude);
    double phi = Math.toRadians(latitude);
    double lambda = Math.toRadians(longitude - southPoleLongitude);
    double x = Math.cos(phi) * Math.cos(lambda);
    double y = Math.cos(phi) * Math.sin(lambda);
    double z = Math.sin(phi);
    double turnedX = Math.cos(tilt) * x + Math.sin(tilt) * z;
    double turnedZ = -Math.sin(tilt) * x + Math.cos(tilt) * z;
    double rotated = Math.toDegrees(Math.atan2(y, turnedX)) - rotation;
    return new PlanePoint(Math.IEEEremainder(rotated, 360), latitudeOf(turnedX, y, turnedZ));
  }

  @Override
  public EarthPoint toEarth(double rotatedLongitude, double rotatedLatitude) {
    double tilt = Math.toRadians(90 + southPoleLatitude);
    double phi = Math.toRadians(rotatedLatitude);
    double lambda = Math.toRadians(rotatedLongitude + rotation);
    double x = Math.cos(phi) * Math.cos(lambda);
    double y = Math.cos(phi) * Math.sin(lambda);
    double z = Math.sin(phi);
    double backX = Math.cos(tilt) * x - Math.sin(tilt) * z;
    double backZ = Math.sin(tilt) * x + Math.cos(tilt) * z;
    double longitude = Math.toDegrees(Math.atan2(y, backX)) + southPoleLongitude;
    return new EarthPoint(latitudeOf(backX, y, backZ), Math.IEEEremainder(longitude, 360));
  }

  @Override
  public double xPeriod() {
    return 360;
  }

  private static double latitudeOf(double x, double y, double z) {
    return Math.toDegrees(Math.atan2(z, Math.hypot(x, y)));
  }
}
