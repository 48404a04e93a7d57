package org.skywatt.core.irradiance;

import java.util.function.DoubleUnaryOperator;
import org.skywatt.core.solar.Transposition;

/**
 * The horizon around a place, and what it hides: the sun's disc and a part of the sky.
 *
 * @param elevation elevation of the horizon, degrees, 0 to 90, by azimuth, degrees clockwise from
 *     north (0 to 360), for example {@code TerrainSample::horizonAt}
 */
public record Horizon(DoubleUnaryOperator elevation) {
  private static final double SUN_RADIUS_DEG = 0.26667;
  private static final int AZIMUTHS = 360;
  private static final int ELEVATIONS = 90;

  /**
   * Fraction of the sun's disc above the horizon, 0 to 1, by area over a straight horizon; NaN for
   * NaN.
   *
   * @param apparentElevationDeg of the disc's centre, with refraction, degrees
   */
  public double beamFraction(double apparentElevationDeg, double azimuthDeg) {
    double above = (apparentElevationDeg - elevation.applyAsDouble(azimuthDeg)) / SUN_RADIUS_DEG;
    double d = Math.max(-1, Math.min(1, above));
    return 0.5 + (Math.asin(d) + d * Math.sqrt(1 - d * d)) / Math.PI;
  }

  /**
   * Fraction of the isotropic sky light on {@code plane} that the horizon leaves, 0 to 1. Light
   * from behind the plane counts in neither part. On the level it is the mean of cos² of the
   * horizon's elevation (Dozier and Frew, IEEE Transactions on Geoscience 28, 963–969, 1990).
   */
  public double skyView(Transposition.Plane plane) {
    double free = 0;
    double all = 0;
    for (int i = 0; i < AZIMUTHS; i++) {
      double azimuth = (i + 0.5) * 360 / AZIMUTHS;
      double horizon = elevation.applyAsDouble(azimuth);
      double hidden = 0;
      double column = 0;
      double step = 90.0 / ELEVATIONS;
      for (int j = 0; j < ELEVATIONS; j++) {
        double low = j * step;
        double middle = low + step / 2;
        double light =
            Math.max(0, Transposition.cosIncidence(plane, 90 - middle, azimuth))
                * Math.cos(Math.toRadians(middle));
        column += light;
        hidden += light * Math.max(0, Math.min(1, (horizon - low) / step));
      }
      all += column;
      free += column - hidden;
    }
    return all == 0 ? 0 : free / all;
  }
}
