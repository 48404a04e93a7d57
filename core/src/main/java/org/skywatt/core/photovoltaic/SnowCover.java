package org.skywatt.core.photovoltaic;

import org.skywatt.core.solar.Transposition;

/**
 * Snow on modules: a fall covers them, and it slides when warmth and sun allow.
 *
 * <p>Source: Marion, Schaefer, Caine and Sanchez, Measured and modeled photovoltaic system energy
 * losses from snow for Colorado and Wisconsin locations, Solar Energy 97, 112–121, 2013; Ryberg and
 * Freeman, NREL/TP-6A20-68705, 2017.
 */
public final class SnowCover {
  private static final double COVERING_CM_AN_HOUR = 1;
  private static final double SLIDES_WM2_A_KELVIN = -80;
  private static final double SLIDE_AN_HOUR = 0.197;

  private SnowCover() {}

  /**
   * Fraction of each row that is covered, from its lower edge, 0 to 1. A NaN input leaves the cover
   * as it was.
   *
   * @param snowfallCm fall during each step, cm
   * @param planeWm2 irradiance on the plane, W/m²
   * @param airC air temperature, °C
   * @param plane only its tilt counts
   * @param stepHours hours a step
   * @param initial cover before the first step
   */
  public static double[] coverage(
      double[] snowfallCm,
      double[] planeWm2,
      double[] airC,
      Transposition.Plane plane,
      double stepHours,
      double initial) {
    double slide = SLIDE_AN_HOUR * Math.sin(Math.toRadians(plane.tiltDeg())) * stepHours;
    double[] coverage = new double[snowfallCm.length];
    double cover = initial;
    for (int i = 0; i < coverage.length; i++) {
      if (snowfallCm[i] / stepHours > COVERING_CM_AN_HOUR) {
        cover = 1;
      } else if (i > 0 && airC[i] > planeWm2[i] / SLIDES_WM2_A_KELVIN) {
        cover = Math.max(0, cover - slide);
      }
      coverage[i] = cover;
    }
    return coverage;
  }

  /** Fraction of DC power that is lost: a string under any snow gives nothing. */
  public static double loss(double coverage, int stringsAcrossSlope) {
    return Math.ceil(coverage * stringsAcrossSlope) / stringsAcrossSlope;
  }
}
