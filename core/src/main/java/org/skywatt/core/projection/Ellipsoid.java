package org.skywatt.core.projection;

import java.io.Serializable;

/**
 * The shape of the earth that a projection assumes, and the functions of latitude that Snyder's
 * formulas share. Latitudes are geodetic, in radians.
 *
 * @param semiMajor equatorial radius, m
 * @param semiMinor polar radius, m; the same for a sphere
 */
public record Ellipsoid(double semiMajor, double semiMinor) implements Serializable {
  /** WGS 84 (EPSG:7030). */
  public static final Ellipsoid WGS84 = new Ellipsoid(6378137, 6356752.314245179);

  private static final int MOST_ITERATIONS = 20;
  private static final double CONVERGED = 1e-14;

  public Ellipsoid {
    boolean plausible =
        semiMajor >= 1e6 && semiMajor <= 1e8 && semiMinor <= semiMajor && semiMinor > semiMajor / 2;
    if (!plausible) {
      throw new IllegalArgumentException(
          "an earth with radii " + semiMajor + " and " + semiMinor + " m is not the earth");
    }
  }

  public static Ellipsoid sphere(double radius) {
    return new Ellipsoid(radius, radius);
  }

  public boolean isSphere() {
    return semiMajor == semiMinor;
  }

  /** Metres from the earth's centre along the equator's 0 and 90° E and the axis, at height 0. */
  double[] toCentre(double latitudeDeg, double longitudeDeg) {
    return toCentre(latitudeDeg, longitudeDeg, 0);
  }

  /**
   * Metres from the earth's centre along the equator's 0 and 90° E and the axis.
   *
   * @param heightM above the ellipsoid, m
   */
  public double[] toCentre(double latitudeDeg, double longitudeDeg, double heightM) {
    double latitude = Math.toRadians(latitudeDeg);
    double longitude = Math.toRadians(longitudeDeg);
    double sin = Math.sin(latitude);
    double across = semiMajor / Math.sqrt(1 - eccentricitySquared() * square(sin));
    double parallel = (across + heightM) * Math.cos(latitude);
    return new double[] {
      parallel * Math.cos(longitude),
      parallel * Math.sin(longitude),
      (across * (1 - eccentricitySquared()) + heightM) * sin
    };
  }

  /** The place below a point near the surface (Bowring, Survey Review 23, 1976, one step). */
  EarthPoint ofCentre(double[] point) {
    double fromAxis = Math.hypot(point[0], point[1]);
    double reduced = Math.atan2(point[2] * semiMajor, fromAxis * semiMinor);
    double second = eccentricitySquared() * square(semiMajor / semiMinor);
    double latitude =
        Math.atan2(
            point[2] + second * semiMinor * Math.pow(Math.sin(reduced), 3),
            fromAxis - eccentricitySquared() * semiMajor * Math.pow(Math.cos(reduced), 3));
    return EarthPoint.ofRadians(latitude, Math.atan2(point[1], point[0]));
  }

  private static double square(double x) {
    return x * x;
  }

  /** First eccentricity squared. */
  double eccentricitySquared() {
    return 1 - semiMinor * semiMinor / (semiMajor * semiMajor);
  }

  double eccentricity() {
    return Math.sqrt(eccentricitySquared());
  }

  /** Snyder (14-15): radius of the parallel, in equatorial radii. */
  double parallelRadius(double latitude) {
    double sin = Math.sin(latitude);
    return Math.cos(latitude) / Math.sqrt(1 - eccentricitySquared() * sin * sin);
  }

  /** Snyder (15-9): tangent of half the conformal distance from the north pole. */
  double conformalTangent(double latitude) {
    return Math.tan(Math.PI / 4 - latitude / 2) / flattening(latitude);
  }

  /** Snyder (7-9): the latitude of a conformal tangent. */
  double latitudeOfConformalTangent(double tangent) {
    double latitude = Math.PI / 2 - 2 * Math.atan(tangent);
    for (int i = 0; i < MOST_ITERATIONS; i++) {
      double next = Math.PI / 2 - 2 * Math.atan(tangent * flattening(latitude));
      double change = Math.abs(next - latitude);
      latitude = next;
      if (change < CONVERGED) {
        break;
      }
    }
    return latitude;
  }

  private double flattening(double latitude) {
    double e = eccentricity();
    double sin = e * Math.sin(latitude);
    return Math.pow((1 - sin) / (1 + sin), e / 2);
  }

  /** Snyder (3-12): twice the sine of latitude on a sphere, its like of equal area otherwise. */
  double authalic(double latitude) {
    double sin = Math.sin(latitude);
    if (isSphere()) {
      return 2 * sin;
    }
    double e = eccentricity();
    double logarithm = Math.log((1 - e * sin) / (1 + e * sin)) / (2 * e);
    return (1 - e * e) * (sin / (1 - e * e * sin * sin) - logarithm);
  }

  /** Snyder (3-16): the latitude of an authalic value; NaN beyond that of the poles. */
  double latitudeOfAuthalic(double authalic) {
    if (isSphere()) {
      return Math.asin(authalic / 2);
    }
    double pole = authalic(Math.PI / 2);
    if (Math.abs(authalic) > pole * (1 - 1e-15)) {
      return Math.abs(authalic) > pole * (1 + 1e-12)
          ? Double.NaN
          : Math.copySign(Math.PI / 2, authalic);
    }
    double e2 = eccentricitySquared();
    double latitude = Math.asin(Math.max(-1, Math.min(1, authalic / 2)));
    for (int i = 0; i < MOST_ITERATIONS; i++) {
      double sin = Math.sin(latitude);
      double flat = 1 - e2 * sin * sin;
      double missing = (authalic - authalic(latitude)) / (1 - e2);
      double change = flat * flat / (2 * Math.cos(latitude)) * missing;
      latitude += change;
      if (Math.abs(change) < CONVERGED) {
        break;
      }
    }
    return latitude;
  }
}
