package org.skywatt.core.solar;

/**
 * What falls on a tilted plane, by where it comes from, W/m².
 *
 * @param beam from the sun's disc
 * @param isotropic from the sky, the same in all directions
 * @param circumsolar from the sky around the sun
 * @param horizon from the bright band at the horizon; may be negative under a dark one
 * @param ground reflected from the ground
 */
public record PlaneIrradiance(
    double beam, double isotropic, double circumsolar, double horizon, double ground) {
  /** The sum. */
  public double global() {
    return beam + isotropic + circumsolar + ground + horizon;
  }

  /** What comes from the sky but not from the disc. */
  public double skyDiffuse() {
    return isotropic + circumsolar + horizon;
  }

  /**
   * Behind obstacles: beam and circumsolar light are cut by {@code beamFraction}, the rest of the
   * sky by {@code skyView} (both 0 to 1); the ground counts as it was.
   */
  public PlaneIrradiance shaded(double beamFraction, double skyView) {
    return new PlaneIrradiance(
        beam * beamFraction,
        isotropic * skyView,
        circumsolar * beamFraction,
        horizon * skyView,
        ground);
  }
}
