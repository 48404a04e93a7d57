package org.skywatt.core.solar;

/**
 * The three components of irradiance, W/m².
 *
 * @param ghi global on a horizontal plane
 * @param dni direct on a plane normal to the sun
 * @param dhi diffuse on a horizontal plane
 */
public record Irradiance(double ghi, double dni, double dhi) {
  static final Irradiance NIGHT = new Irradiance(0, 0, 0);
}
