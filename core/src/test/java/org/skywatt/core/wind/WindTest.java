package org.skywatt.core.wind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected values: windpowerlib 0.2.2. */
class WindTest {
  private static final PowerCurve CURVE =
      PowerCurve.of(new double[] {4, 5, 6}, new double[] {300, 400, 500});

  @Test
  void profiles() {
    assertThat(WindProfile.logarithmic(5, 10, 100, 0.15)).isCloseTo(7.74136523, within(1e-8));
    assertThat(WindProfile.powerLaw(5, 10, 100, WindProfile.TYPICAL_EXPONENT))
        .isCloseTo(6.9474774, within(1e-7));
    assertThat(WindProfile.powerLaw(5, 10, 100, 0.2)).isCloseTo(7.92446596, within(1e-8));
  }

  @Test
  void theExponentOfTwoSpeedsGivesTheUpperFromTheLower() {
    double exponent = WindProfile.exponent(5, 10, 7.92446596, 100);
    assertThat(exponent).isCloseTo(0.2, within(1e-8));
    assertThat(WindProfile.exponent(0, 10, 3, 100)).isNaN();
    assertThat(WindProfile.exponent(5, 10, Double.NaN, 100)).isNaN();
  }

  @Test
  void heightsThatMakeNoSenseAreRefused() {
    assertThatThrownBy(() -> WindProfile.logarithmic(5, 0.1, 100, 0.15))
        .hasMessageContaining("roughness length");
    assertThatThrownBy(() -> WindProfile.powerLaw(5, 0, 100, 0.2))
        .hasMessageContaining("above ground");
    assertThatThrownBy(() -> WindProfile.exponent(5, 10, 6, 10))
        .hasMessageContaining("two heights");
  }

  @Test
  void density() {
    assertThat(AirDensity.barometric(101125, 0, 100, 267)).isCloseTo(1.30305336, within(1e-8));
    assertThat(AirDensity.idealGas(101125, 0, 100, 267)).isCloseTo(1.30309439, within(1e-8));
  }

  @ParameterizedTest
  @CsvSource({"5.5, 1.225, 450", "5.5, 1.3, 461.00290572", "4.5, 1.1, 334.141577", "9, 1.2, 0"})
  void powerByDensity(double speed, double density, double power) {
    assertThat(CURVE.power(speed, density)).isCloseTo(power, within(1e-6));
  }

  @ParameterizedTest
  @CsvSource({"3.999, 0", "4, 300", "6, 500", "6.001, 0", "NaN, NaN"})
  void powerAtTheEndsOfTheCurve(double speed, double power) {
    assertThat(CURVE.power(speed)).isEqualTo(Double.valueOf(power));
  }

  @Test
  void aCurveThatIsNotOneIsRefused() {
    assertThatThrownBy(() -> PowerCurve.of(new double[] {4, 4}, new double[] {1, 2}))
        .hasMessageContaining("point 2");
    assertThatThrownBy(() -> PowerCurve.of(new double[] {4}, new double[] {1}))
        .hasMessageContaining("at least two");
    assertThatThrownBy(() -> PowerCurve.of(new double[] {4, 5}, new double[] {1, Double.NaN}))
        .hasMessageContaining("point 2");
  }
}
