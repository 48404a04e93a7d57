package org.skywatt.ingest.satellite;

/** What an image holds. */
public enum Quantity {
  /**
   * Reflectance factor {@code π L d² / E}: not yet divided by the cosine of the sun's zenith angle,
   * as ABI's CMI and Himawari's albedo are not. About 0 to 1.3.
   */
  REFLECTANCE("1"),
  /** About 150 to 350 K; to 415 K over fires. */
  BRIGHTNESS_TEMPERATURE("K"),
  /** Irradiance at the surface, as the provider's own product has it. */
  SURFACE_IRRADIANCE("W m-2"),
  /** As stored: brighter is more light or, in the infrared, warmer. Not calibrated. */
  COUNTS("1");

  private final String unit;

  Quantity(String unit) {
    this.unit = unit;
  }

  public String unit() {
    return unit;
  }
}
