package org.skywatt.core.irradiance;

import org.skywatt.core.solar.StandardAtmosphere;

/**
 * Beam irradiance out of a series of GHI: DISC, corrected by how steady the sky is and how wet.
 *
 * <p>Source: Maxwell, A Quasi-Physical Model for Converting Hourly Global Horizontal to Direct
 * Normal Insolation, SERI/TR-215-3087, 1987 (DISC); Perez et al., ASHRAE Transactions 98, 354–369,
 * 1992 (DIRINT); as in pvlib.
 */
public final class Dirint {
  private static final double SOLAR_CONSTANT_OF_DISC = 1370;
  private static final double MAX_AIRMASS = 12;

  private Dirint() {}

  /**
   * Precipitable water from the dew point, cm (Perez et al. 1992).
   *
   * @param dewPointC degrees Celsius
   */
  public static double waterCm(double dewPointC) {
    return Math.exp(0.07 * dewPointC - 0.075);
  }

  /**
   * DNI of each time, W/m²: zero where the sun stands lower than 3° or GHI is negative, NaN where
   * an argument other than the water is NaN. The steadiness is the mean change of the clearness to
   * the neighbours that are there.
   *
   * @param ghi global horizontal irradiance, W/m², in even steps
   * @param zenithDeg zenith angles without refraction, degrees
   * @param dayOfYear 1 to 366
   * @param pressurePa pressure at the site, Pa
   * @param waterCm precipitable water, cm; NaN where unknown
   * @throws IllegalArgumentException if the arrays differ in length
   */
  public static double[] dni(
      double[] ghi, double[] zenithDeg, int[] dayOfYear, double[] pressurePa, double[] waterCm) {
    int count = ghi.length;
    if (zenithDeg.length != count
        || dayOfYear.length != count
        || pressurePa.length != count
        || waterCm.length != count) {
      throw new IllegalArgumentException("DIRINT needs arrays of one length");
    }
    double[] disc = new double[count];
    double[] steady = new double[count];
    for (int i = 0; i < count; i++) {
      double extraterrestrial = Clearness.extraterrestrialWm2(dayOfYear[i], SOLAR_CONSTANT_OF_DISC);
      double clearness = Clearness.index(ghi[i], zenithDeg[i], extraterrestrial);
      double airmass = Math.min(airmass(zenithDeg[i], pressurePa[i]), MAX_AIRMASS);
      disc[i] = extraterrestrial * beamTransmittance(clearness, airmass);
      steady[i] = Clearness.zenithIndependent(clearness, airmass);
    }
    double[] dni = new double[count];
    for (int i = 0; i < count; i++) {
      boolean dark = zenithDeg[i] > Clearness.MAX_ZENITH_DEG || ghi[i] < 0 || disc[i] < 0;
      if (dark) {
        continue;
      }
      double factor =
          DirintCoefficients.find(steady[i], zenithDeg[i], change(steady, i), waterCm[i]);
      dni[i] = disc[i] * factor;
    }
    return dni;
  }

  /** Kasten's airmass of 1965, which DISC was fitted with, corrected for pressure. */
  private static double airmass(double zenithDeg, double pressurePa) {
    double relative =
        1 / (Math.cos(Math.toRadians(zenithDeg)) + 0.15 * Math.pow(93.885 - zenithDeg, -1.253));
    return relative * pressurePa / StandardAtmosphere.SEA_LEVEL_PA;
  }

  private static double beamTransmittance(double kt, double airmass) {
    double a;
    double b;
    double c;
    if (kt <= 0.6) {
      a = 0.512 + kt * (-1.56 + kt * (2.286 - 2.222 * kt));
      b = 0.37 + 0.962 * kt;
      c = -0.28 + kt * (0.932 - 2.048 * kt);
    } else {
      a = -5.743 + kt * (21.77 + kt * (-27.49 + 11.56 * kt));
      b = 41.4 + kt * (-118.5 + kt * (66.05 + 31.9 * kt));
      c = -47.01 + kt * (184.2 + kt * (-222.0 + 73.81 * kt));
    }
    double clear =
        0.866 + airmass * (-0.122 + airmass * (0.0121 + airmass * (-0.000653 + 1.4e-5 * airmass)));
    return clear - (a + b * Math.exp(c * airmass));
  }

  /** Mean change to both neighbours, or to the one that is known; NaN where neither is. */
  private static double change(double[] steady, int i) {
    double before = i > 0 ? Math.abs(steady[i] - steady[i - 1]) : Double.NaN;
    double after = i + 1 < steady.length ? Math.abs(steady[i] - steady[i + 1]) : Double.NaN;
    if (Double.isNaN(before)) {
      return after;
    }
    return Double.isNaN(after) ? before : (before + after) / 2;
  }
}
