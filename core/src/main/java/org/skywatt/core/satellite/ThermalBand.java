package org.skywatt.core.satellite;

/**
 * An infrared band: brightness temperature of an effective radiance, by Planck's law at one
 * wavenumber and a straight line that stands for the band's width.
 *
 * <p>{@code T = (fk2 / ln(fk1 / L + 1) − bc1) / bc2}, as in the GOES-R Product User's Guide, volume
 * 3, 5.1.3.3. EUMETSAT's <i>The Conversion from Effective Radiances to Equivalent Brightness
 * Temperatures</i> (EUM/MET/TEN/11/0569) writes the same with {@code ν_c}, {@code α}, {@code β}.
 *
 * @param fk1 unit of radiance, positive
 * @param fk2 K, positive
 * @param bc1 K
 * @param bc2 1, positive
 */
public record ThermalBand(double fk1, double fk2, double bc1, double bc2) {
  /** 2hc², mW m⁻² sr⁻¹ (cm⁻¹)⁻⁴, as EUM/MET/TEN/11/0569 has it. */
  private static final double C1 = 1.19104273e-5;

  /** hc/k, K (cm⁻¹)⁻¹, likewise. */
  private static final double C2 = 1.43877523;

  public ThermalBand {
    boolean plausible =
        fk1 > 0
            && fk2 > 0
            && bc2 > 0
            && Double.isFinite(fk1)
            && Double.isFinite(fk2)
            && Double.isFinite(bc1)
            && Double.isFinite(bc2);
    if (!plausible) {
      throw new IllegalArgumentException(
          "no infrared band: fk1 " + fk1 + ", fk2 " + fk2 + ", bc1 " + bc1 + ", bc2 " + bc2);
    }
  }

  /**
   * A band of SEVIRI or FCI, for radiances in mW m⁻² sr⁻¹ (cm⁻¹)⁻¹.
   *
   * @param wavenumber ν_c, cm⁻¹
   * @param alpha α, 1
   * @param beta β, K
   */
  public static ThermalBand ofWavenumber(double wavenumber, double alpha, double beta) {
    return new ThermalBand(C1 * wavenumber * wavenumber * wavenumber, C2 * wavenumber, beta, alpha);
  }

  /** Brightness temperature, K; NaN for a radiance that is NaN or not above 0. */
  public double brightnessTemperature(double radiance) {
    return radiance > 0 ? (fk2 / Math.log(fk1 / radiance + 1) - bc1) / bc2 : Double.NaN;
  }

  /** Radiance of a brightness temperature; NaN for one that is NaN or not above 0 K. */
  public double radiance(double temperature) {
    return temperature > 0 ? fk1 / Math.expm1(fk2 / (temperature * bc2 + bc1)) : Double.NaN;
  }
}
