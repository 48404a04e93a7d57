package org.skywatt.core.solar;

import java.time.LocalDate;

/**
 * Terrestrial time minus universal time (delta T).
 *
 * <p>Source: Espenak and Meeus, Five Millennium Canon of Solar Eclipses, NASA/TP-2006-214141, the
 * polynomials for 1941 to 2150, evaluated at the middle of the month. The error in 2020 is about 3
 * s, which moves the sun by 0.00003°.
 */
public final class DeltaT {
  private static final long SECONDS_A_DAY = 86_400;

  private DeltaT() {}

  /**
   * Delta T, seconds.
   *
   * @param epochSeconds seconds since 1970-01-01T00:00Z
   * @throws IllegalArgumentException outside 1941 to 2149, for which no polynomial is kept
   */
  public static double seconds(double epochSeconds) {
    LocalDate date = LocalDate.ofEpochDay((long) Math.floor(epochSeconds / SECONDS_A_DAY));
    return seconds(date.getYear(), date.getMonthValue());
  }

  /**
   * Delta T in the middle of a month, seconds.
   *
   * @param month 1 to 12
   * @throws IllegalArgumentException outside 1941 to 2149
   */
  public static double seconds(int year, int month) {
    double y = year + (month - 0.5) / 12;
    if (year < 1941 || year >= 2150) {
      throw new IllegalArgumentException(
          "year " + year + " is outside 1941 to 2149: the sun's position is not computed there");
    }
    if (year < 1961) {
      double u = y - 1950;
      return 29.07 + u * (0.407 + u * (-1.0 / 233 + u / 2547));
    }
    if (year < 1986) {
      double u = y - 1975;
      return 45.45 + u * (1.067 + u * (-1.0 / 260 - u / 718));
    }
    if (year < 2005) {
      double u = y - 2000;
      return 63.86
          + u
              * (0.3345
                  + u * (-0.060374 + u * (0.0017275 + u * (0.000651814 + u * 0.00002373599))));
    }
    if (year < 2050) {
      double u = y - 2000;
      return 62.92 + u * (0.32217 + u * 0.005589);
    }
    double u = (y - 1820) / 100;
    return -20 + 32 * u * u - 0.5628 * (2150 - y);
  }
}
