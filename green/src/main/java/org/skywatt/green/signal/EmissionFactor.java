package org.skywatt.green.signal;

import java.util.Locale;

/**
 * Emissions of electricity by its source over the whole life of the plant, grams of CO2 equivalent
 * a kilowatt-hour: medians of IPCC AR5 WG3 (2014), Annex III, Table A.III.2. Oil is not in that
 * table: its factor is that of POSTnote 383 (UK Parliament 2011).
 */
public enum EmissionFactor {
  COAL(820),
  GAS(490),
  OIL(650),
  BIOMASS(230),
  GEOTHERMAL(38),
  HYDRO(24),
  NUCLEAR(12),
  SOLAR(48),
  WIND_ONSHORE(11),
  WIND_OFFSHORE(12);

  private final double grams;

  EmissionFactor(double grams) {
    this.grams = grams;
  }

  public double gramsPerKwh() {
    return grams;
  }

  /**
   * The source of a name such as {@code wind_onshore} or {@code wind onshore}.
   *
   * @throws IllegalArgumentException naming the sources that there are
   */
  public static EmissionFactor parse(String name) {
    String wanted = name.strip().toUpperCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
    for (EmissionFactor each : values()) {
      if (each.name().equals(wanted)) {
        return each;
      }
    }
    throw new IllegalArgumentException(
        "source '"
            + name
            + "' has no emission factor; there are coal, gas, oil, biomass, geothermal, hydro,"
            + " nuclear, solar, wind_onshore and wind_offshore");
  }
}
