package org.skywatt.core.projection;

/**
 * Transverse Mercator (GRIB template 3.12, CF {@code transverse_mercator}; the British National
 * Grid) by Krüger's series to the sixth power of the flattening: C. Karney, <i>Transverse Mercator
 * with an accuracy of a few nanometers</i>, J. Geodesy 85 (2011), eqs. 35 and 36. Right within 60
 * degrees of the central meridian; no place beyond 85 is shown.
 *
 * @param latitudeOfOrigin where y is 0, degrees north
 * @param centralMeridian where x is 0, degrees east
 * @param scale on the central meridian
 */
public record TransverseMercator(
    Ellipsoid earth, double latitudeOfOrigin, double centralMeridian, double scale)
    implements Projection {
  private static final double FARTHEST_DEG = 85;

  public TransverseMercator {
    boolean plausible = Math.abs(latitudeOfOrigin) <= 90 && scale > 0.5 && scale < 2;
    if (!plausible || !Double.isFinite(centralMeridian)) {
      throw new IllegalArgumentException(
          "no transverse Mercator plane has scale " + scale + " and origin " + latitudeOfOrigin);
    }
  }

  @Override
  public PlanePoint toPlane(double latitude, double longitude) {
    double away = Math.IEEEremainder(longitude - centralMeridian, 360);
    if (!(Math.abs(away) <= FARTHEST_DEG)) {
      return PlanePoint.NOWHERE;
    }
    PlanePoint point = rectified(Math.toRadians(latitude), Math.toRadians(away));
    double origin = rectified(Math.toRadians(latitudeOfOrigin), 0).y();
    return new PlanePoint(radius() * point.x(), radius() * (point.y() - origin));
  }

  @Override
  public EarthPoint toEarth(double x, double y) {
    double origin = rectified(Math.toRadians(latitudeOfOrigin), 0).y();
    double xi = y / radius() + origin;
    double eta = x / radius();
    double[] beta = beta(thirdFlattening());
    double straightXi = xi;
    double straightEta = eta;
    for (int j = 1; j <= 6; j++) {
      straightXi -= beta[j - 1] * Math.sin(2 * j * xi) * Math.cosh(2 * j * eta);
      straightEta -= beta[j - 1] * Math.cos(2 * j * xi) * Math.sinh(2 * j * eta);
    }
    double sinConformal = Math.sin(straightXi) / Math.cosh(straightEta);
    double lambda = Math.atan2(Math.sinh(straightEta), Math.cos(straightXi));
    double tangent = Math.tan(Math.PI / 4 - Math.asin(sinConformal) / 2);
    return EarthPoint.ofRadians(
        earth.latitudeOfConformalTangent(tangent), Math.toRadians(centralMeridian) + lambda);
  }

  /** On the plane of an earth whose rectifying radius is 1. */
  private PlanePoint rectified(double latitude, double lambda) {
    double conformal = Math.PI / 2 - 2 * Math.atan(earth.conformalTangent(latitude));
    double xi = Math.atan2(Math.tan(conformal), Math.cos(lambda));
    double tau = Math.tan(conformal);
    double eta = asinh(Math.sin(lambda) / Math.hypot(tau, Math.cos(lambda)));
    double[] alpha = alpha(thirdFlattening());
    double curvedXi = xi;
    double curvedEta = eta;
    for (int j = 1; j <= 6; j++) {
      curvedXi += alpha[j - 1] * Math.sin(2 * j * xi) * Math.cosh(2 * j * eta);
      curvedEta += alpha[j - 1] * Math.cos(2 * j * xi) * Math.sinh(2 * j * eta);
    }
    return new PlanePoint(curvedEta, curvedXi);
  }

  private double thirdFlattening() {
    return (earth.semiMajor() - earth.semiMinor()) / (earth.semiMajor() + earth.semiMinor());
  }

  private double radius() {
    double n = thirdFlattening();
    double n2 = n * n;
    return scale * earth.semiMajor() / (1 + n) * (1 + n2 * (1 / 4.0 + n2 * (1 / 64.0 + n2 / 256)));
  }

  private static double[] alpha(double n) {
    return new double[] {
      polynomial(n, 1 / 2.0, -2 / 3.0, 5 / 16.0, 41 / 180.0, -127 / 288.0, 7891 / 37800.0),
      polynomial(n, 0, 13 / 48.0, -3 / 5.0, 557 / 1440.0, 281 / 630.0, -1983433 / 1935360.0),
      polynomial(n, 0, 0, 61 / 240.0, -103 / 140.0, 15061 / 26880.0, 167603 / 181440.0),
      polynomial(n, 0, 0, 0, 49561 / 161280.0, -179 / 168.0, 6601661 / 7257600.0),
      polynomial(n, 0, 0, 0, 0, 34729 / 80640.0, -3418889 / 1995840.0),
      polynomial(n, 0, 0, 0, 0, 0, 212378941 / 319334400.0)
    };
  }

  private static double[] beta(double n) {
    return new double[] {
      polynomial(n, 1 / 2.0, -2 / 3.0, 37 / 96.0, -1 / 360.0, -81 / 512.0, 96199 / 604800.0),
      polynomial(n, 0, 1 / 48.0, 1 / 15.0, -437 / 1440.0, 46 / 105.0, -1118711 / 3870720.0),
      polynomial(n, 0, 0, 17 / 480.0, -37 / 840.0, -209 / 4480.0, 5569 / 90720.0),
      polynomial(n, 0, 0, 0, 4397 / 161280.0, -11 / 504.0, -830251 / 7257600.0),
      polynomial(n, 0, 0, 0, 0, 4583 / 161280.0, -108847 / 3991680.0),
      polynomial(n, 0, 0, 0, 0, 0, 20648693 / 638668800.0)
    };
  }

  /** Sum of {@code factors[i] n^(i + 1)}. */
  private static double polynomial(double n, double... factors) {
    double sum = 0;
    for (int i = factors.length - 1; i >= 0; i--) {
      sum = (sum + factors[i]) * n;
    }
    return sum;
  }

  private static double asinh(double value) {
    double size = Math.abs(value);
    return Math.copySign(Math.log1p(size + size * size / (1 + Math.hypot(1, size))), value);
  }
}
