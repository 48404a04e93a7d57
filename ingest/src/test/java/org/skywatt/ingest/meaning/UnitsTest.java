package org.skywatt.ingest.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitsTest {
  // By the definitions of the units (SI brochure, 9th edition; a knot is 1852 m an hour), water at
  // 1000 kg/m³.
  @ParameterizedTest
  @CsvSource({
    "degC, K, 20, 293.15, false",
    "°C, K, -40, 233.15, false",
    "degF, K, 68, 293.15, false",
    "hPa, Pa, 1013.25, 101325, false",
    "%, 1, 55, 0.55, false",
    "oktas, 1, 4, 0.5, false",
    "(0 - 1), 1, 0.3, 0.3, false",
    "m s**-1, m s-1, 5, 5, false",
    "knots, m s-1, 10, 5.144444, false",
    "km/h, m s-1, 36, 10, false",
    "m**2 s**-2, m, 9806.65, 1000, false",
    "gpm, m, 12, 12, false",
    "J m**-2, W m-2, 3600, 3600, true",
    "kJ m-2, W m-2, 3.6, 3600, true",
    "kg m^-2, kg m-2 s-1, 2, 2, true",
    "m, kg m-2 s-1, 0.002, 2, true",
    "mm/h, kg m-2 s-1, 3.6, 0.001, false",
    "m s-1, kg m-2 s-1, 1e-6, 0.001, false",
    "W m-2, W m-2, 7, 7, false",
  })
  void converts(String from, String to, double value, double expected, boolean total) {
    Units.Conversion conversion = Units.find(from, to).orElseThrow();
    assertThat(conversion.apply(value)).isCloseTo(expected, within(1e-6 * Math.abs(expected)));
    assertThat(conversion.total()).isEqualTo(total);
  }

  @ParameterizedTest
  @CsvSource({"furlong, m", "K, Pa", "%, K", "W m-2, kg m-2", "'', K", "k, K", "m, Pa"})
  void refusesTheUnknownAndTheImpossible(String from, String to) {
    assertThat(Units.find(from, to)).isEmpty();
  }

  @Test
  void everyQuantityHasAKnownUnit() {
    for (Quantity quantity : Quantity.values()) {
      assertThat(Units.find(quantity.unit(), quantity.unit())).as(quantity.name()).isPresent();
    }
  }
}
