package org.skywatt.ingest.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HumidityTest {
  // Saturation pressure of water, Pa: IAPWS (Wagner and Pruss, 2002), as in CRC tables.
  @ParameterizedTest
  @CsvSource({"273.16, 611.66", "283.15, 1228.1", "293.15, 2339.3", "303.15, 4246.9"})
  void saturatesAsWaterDoes(double temperatureK, double pressurePa) {
    assertThat(Humidity.saturationPa(temperatureK))
        .isCloseTo(pressurePa, within(0.004 * pressurePa));
  }

  @Test
  void dewPointAndSpecificHumidityAgree() {
    // 10 °C dew point at 20 °C: 1228.1 / 2339.3 = 0.525; q = 0.622 e / (p − 0.378 e)
    assertThat(Humidity.ofDewPoint(293.15, 283.15)).isCloseTo(0.525, within(0.002));
    double specific = 0.622 * 1228.1 / (100_000 - 0.378 * 1228.1);
    assertThat(Humidity.ofSpecificHumidity(specific, 100_000, 293.15))
        .isCloseTo(0.525, within(0.002));
    assertThat(Humidity.ofDewPoint(Double.NaN, 280)).isNaN();
  }
}
