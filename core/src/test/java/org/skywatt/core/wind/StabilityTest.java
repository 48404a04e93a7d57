package org.skywatt.core.wind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StabilityTest {
  /** The closed form (Paulson 1970) against the integral that defines it. */
  @ParameterizedTest
  @ValueSource(doubles = {-2, -0.5, -0.01, 0, 0.3, 1})
  void theCorrectionIsTheIntegralOfTheShear(double zeta) {
    int parts = 200_000;
    double sum = 0;
    for (int i = 0; i < parts; i++) {
      double at = zeta * (i + 0.5) / parts;
      sum += at == 0 ? 0 : (1 - Stability.shear(at)) / at * zeta / parts;
    }
    assertThat(Stability.correction(zeta)).isCloseTo(sum, within(1e-5));
  }

  /** An adiabatic layer is neutral; one that warms upward is stable. */
  @Test
  void richardsonOfTheLapseRate() {
    double adiabatic = 288.15 - 9.80665 / 1004.7 * 90;
    assertThat(Stability.richardson(288.15, 10, adiabatic, 100, 4)).isCloseTo(0, within(1e-9));
    // g / T × (1 K / 100 m + 9.761e-3 K/m) / (0.05 / s)², by hand.
    assertThat(Stability.richardson(280, 10, 281, 110, 5)).isCloseTo(0.2763, within(1e-3));
    assertThat(Stability.richardson(280, 10, 278, 110, 5)).isNegative();
    assertThatThrownBy(() -> Stability.richardson(280, 10, 281, 10, 5))
        .hasMessageContaining("above the lower");
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "-0.5, -0.5", "-9, -2", "0.1, 0.2", "0.5, 1", "Infinity, 1", "NaN, NaN"})
  void heightOverLength(double richardson, double zeta) {
    assertThat(Stability.heightOverLength(richardson)).isCloseTo(zeta, within(1e-12));
  }

  @Test
  void neutralAirHasThePlainProfile() {
    assertThat(WindProfile.logarithmic(5, 10, 100, 0.15, Double.POSITIVE_INFINITY))
        .isCloseTo(7.74136523, within(1e-8));
  }

  @Test
  void stableAirShearsMoreAndUnstableLess() {
    double neutral = WindProfile.logarithmic(5, 10, 100, 0.15);
    assertThat(WindProfile.logarithmic(5, 10, 100, 0.15, 200)).isGreaterThan(neutral + 0.5);
    assertThat(WindProfile.logarithmic(5, 10, 100, 0.15, -200)).isLessThan(neutral - 0.3);
    assertThat(Stability.exponent(100, 0.15, 0)).isCloseTo(0.15379, within(1e-5));
    assertThat(Stability.exponent(100, 0.15, 0.5)).isGreaterThan(0.3);
    assertThatThrownBy(() -> WindProfile.logarithmic(5, 10, 100, 0.15, 0))
        .hasMessageContaining("Obukhov");
    assertThatThrownBy(() -> Stability.exponent(0.1, 0.15, 0)).hasMessageContaining("roughness");
  }

  /** The exponent is the slope of log speed over log height. */
  @ParameterizedTest
  @ValueSource(doubles = {-300, 400})
  void theExponentIsTheSlopeOfTheProfile(double length) {
    double below = WindProfile.logarithmic(5, 10, 99.9, 0.1, length);
    double above = WindProfile.logarithmic(5, 10, 100.1, 0.1, length);
    assertThat(WindProfile.exponent(below, 99.9, above, 100.1))
        .isCloseTo(Stability.exponent(100, 0.1, 100 / length), within(1e-5));
  }
}
