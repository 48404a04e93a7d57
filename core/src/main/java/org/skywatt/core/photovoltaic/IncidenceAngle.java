package org.skywatt.core.photovoltaic;

/**
 * Incidence-angle modifier: the part of the beam that enters a module, relative to light at right
 * angles, 0 to 1. Zero from behind the plane, NaN for NaN.
 */
public final class IncidenceAngle {
  /** Loss coefficient of ordinary glass for {@link #ashrae}. */
  public static final double TYPICAL_ASHRAE_LOSS = 0.05;

  /** Refractive index of the glass. */
  public static final double GLASS_INDEX = 1.526;

  private static final double EXTINCTION_A_M = 4;
  private static final double THICKNESS_M = 0.002;

  private IncidenceAngle() {}

  /**
   * Source: Souka and Safwat, IEEE Transactions on Power Apparatus PAS-85, 780–787, 1966 (ASHRAE
   * 93-77).
   *
   * @param incidenceDeg angle between the sun and the plane's normal, degrees
   * @param loss {@link #TYPICAL_ASHRAE_LOSS} for glass
   */
  public static double ashrae(double incidenceDeg, double loss) {
    if (Math.abs(incidenceDeg) >= 90) {
      return 0;
    }
    return Math.max(0, 1 - loss * (1 / Math.cos(Math.toRadians(incidenceDeg)) - 1));
  }

  /**
   * Fresnel's reflection and Bouguer's absorption in 2 mm of glass without coating.
   *
   * <p>Source: De Soto, Klein and Beckman, Improvement and validation of a model for photovoltaic
   * array performance, Solar Energy 80, 78–88, 2006.
   *
   * @param incidenceDeg angle between the sun and the plane's normal, degrees
   * @param index refractive index of the glass, above 1
   */
  public static double physical(double incidenceDeg, double index) {
    if (Math.abs(incidenceDeg) >= 90) {
      return 0;
    }
    double cosOutside = Math.cos(Math.toRadians(incidenceDeg));
    double sinInside = Math.sqrt(1 - cosOutside * cosOutside) / index;
    double cosInside = Math.sqrt(1 - sinInside * sinInside);
    double across = square((cosOutside - index * cosInside) / (cosOutside + index * cosInside));
    double along = square((cosInside - index * cosOutside) / (cosInside + index * cosOutside));
    double through =
        (1 - (across + along) / 2) * Math.exp(-EXTINCTION_A_M * THICKNESS_M / cosInside);
    double straight =
        (1 - square((1 - index) / (1 + index))) * Math.exp(-EXTINCTION_A_M * THICKNESS_M);
    return through / straight;
  }

  private static double square(double x) {
    return x * x;
  }
}
