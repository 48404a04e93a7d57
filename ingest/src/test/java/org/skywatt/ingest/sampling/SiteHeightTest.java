package org.skywatt.ingest.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SiteHeightTest {
  // The standard atmosphere, ISO 2533:1975, table 1: temperature and pressure by height.
  @ParameterizedTest
  @CsvSource({
    "0, 288.150, 101325.0, 1000, 281.650, 89874.6",
    "0, 288.150, 101325.0, 3000, 268.650, 70108.5",
    "2000, 275.150, 79495.2, 1000, 281.650, 89874.6",
  })
  void followsTheStandardAtmosphere(
      double from,
      double fromKelvin,
      double fromPascal,
      double to,
      double toKelvin,
      double toPascal) {
    assertThat(SiteHeight.temperatureK(fromKelvin, from, to)).isCloseTo(toKelvin, within(1e-9));
    assertThat(SiteHeight.pressurePa(fromPascal, from, to)).isCloseTo(toPascal, within(1.0));
  }
}
