package org.skywatt.core.run;

/** How the joules beside a result were found; always told with them. */
public enum EnergyTier {
  /** Read from the processor's RAPL counters. */
  MEASURED("measured"),
  /** Thermal design power times load. */
  MODELLED("modelled"),
  /** A fixed power times time. */
  CONSTANT("constant");

  private final String text;

  EnergyTier(String text) {
    this.text = text;
  }

  /** The name in JSON, such as {@code modelled}. */
  public String text() {
    return text;
  }

  /**
   * The tier of a name as {@link #text()} gives it.
   *
   * @throws IllegalArgumentException if no tier has that name
   */
  public static EnergyTier parse(String text) {
    for (EnergyTier tier : values()) {
      if (tier.text.equals(text)) {
        return tier;
      }
    }
    throw new IllegalArgumentException(
        "energy tier '" + text + "' is none of measured, modelled, constant");
  }
}
