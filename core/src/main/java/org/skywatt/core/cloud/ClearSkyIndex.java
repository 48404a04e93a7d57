package org.skywatt.core.cloud;

import org.skywatt.core.motion.Plane;

/**
 * The part of a clear sky's irradiance that arrives below clouds.
 *
 * <p>Source: Hammer et al., Solar energy assessment using remote sensing technologies, Remote
 * Sensing of Environment 86, 423–432, 2003; Rigollier et al., Solar Energy 77, 2004.
 */
public final class ClearSkyIndex {
  private ClearSkyIndex() {}

  /**
   * The clear-sky index of a cloud index, without unit: 1.2 (cloud index −0.2 and less) falling to
   * 0.05 (1.1 and more); NaN for NaN.
   */
  public static double ofCloudIndex(double cloudIndex) {
    if (cloudIndex <= -0.2) {
      return 1.2;
    }
    if (cloudIndex <= 0.8) {
      return 1 - cloudIndex;
    }
    if (cloudIndex <= 1.1) {
      // The paper rounds these: 2.0667 − 3.6667 n + 1.6667 n².
      return (31 - 55 * cloudIndex + 25 * cloudIndex * cloudIndex) / 15;
    }
    return Double.isNaN(cloudIndex) ? Double.NaN : 0.05;
  }

  /** The clear-sky index of an image of cloud indices. */
  public static Plane ofCloudIndex(Plane cloudIndex) {
    Plane index = new Plane(cloudIndex.rows(), cloudIndex.columns());
    for (int i = 0; i < index.values().length; i++) {
      index.values()[i] = (float) ofCloudIndex(cloudIndex.values()[i]);
    }
    return index;
  }

  /**
   * Global horizontal irradiance below clouds, W/m²; NaN for NaN.
   *
   * @param clearSkyGhiWm2 of the same moment without clouds ({@link
   *     org.skywatt.core.solar.ClearSky})
   */
  public static double ghiWm2(double cloudIndex, double clearSkyGhiWm2) {
    return ofCloudIndex(cloudIndex) * clearSkyGhiWm2;
  }
}
