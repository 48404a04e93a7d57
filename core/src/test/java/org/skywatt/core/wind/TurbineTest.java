package org.skywatt.core.wind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TurbineTest {
  private static final double[] SPEEDS = {0, 3, 6, 9, 12, 15, 18, 21, 24};
  private static final PowerCurve CURVE =
      PowerCurve.of(SPEEDS, new double[] {0, 0, 400, 1300, 2000, 2000, 2000, 2000, 2000});

  /** windpowerlib 0.2.2, smooth_power_curve, turbulence_intensity 0.12 and Staffell_Pfenninger. */
  @ParameterizedTest
  @CsvSource({
    "3, 15.658523788968573, 63.25150236492112",
    "6, 445.8999268968784, 521.1700167847234",
    "12, 1866.703933114497, 1709.1550105607243",
    "18, 1998.4819746452997, 1885.3377790627846",
    "24, 1382.5082238210098, 1208.4564252577468",
    "39, 3.3995549929101934, 40.38157523246673"
  })
  void smoothingAgreesWithWindpowerlib(double speed, double turbulent, double farm) {
    assertThat(CURVE.smoothed(v -> 0.12 * v).power(speed)).isCloseTo(turbulent, within(1e-6));
    assertThat(CURVE.smoothed(Turbulence::farmDeviation).power(speed))
        .isCloseTo(farm, within(1e-6));
  }

  /** windpowerlib 0.2.2, estimate_turbulence_intensity and linear_gradient. */
  @Test
  void turbulenceAndTemperature() {
    assertThat(Turbulence.intensity(100, 0.15)).isCloseTo(0.15379196770998455, within(1e-12));
    assertThat(AirDensity.temperatureAt(267, 2, 100)).isCloseTo(266.363, within(1e-9));
    assertThatThrownBy(() -> Turbulence.intensity(0.2, 0.15)).hasMessageContaining("unknown");
  }

  @Test
  void scaledCurvesKeepTheirShape() {
    assertThat(CURVE.rating()).isEqualTo(2000);
    assertThat(CURVE.times(0.9).power(7.5)).isCloseTo(0.9 * CURVE.power(7.5), within(1e-9));
  }

  @Test
  void theRotorFeelsTheCubeOfTheSpeedOverItsArea() {
    // Over a disc the mean of (1 + a y)³ is 1 + 3 a² R² / 4 exactly, for a linear shear.
    double a = 0.004;
    double expected = 9 * Math.cbrt(1 + 3 * a * a * 60 * 60 / 4.0);
    assertThat(RotorEquivalentSpeed.of(h -> 9 * (1 + a * (h - 100)), h -> 0, 100, 120))
        .isCloseTo(expected, within(1e-3));
    assertThat(RotorEquivalentSpeed.of(h -> 9, h -> 60, 100, 120)).isCloseTo(4.5, within(1e-9));
    assertThatThrownBy(() -> RotorEquivalentSpeed.of(h -> 9, h -> 0, 50, 120))
        .hasMessageContaining("above ground");
  }

  @ParameterizedTest
  @CsvSource({"0, -5, 0", "-5, 0, 90", "0, 5, 180", "5, 0, 270", "0, 0, NaN", "3, 3, 225"})
  void windComesFrom(double eastward, double northward, double from) {
    assertThat(WindDirection.fromDeg(eastward, northward)).isCloseTo(from, within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "14.9, 0", "15.1, 1", "359, 0", "345.1, 0", "344.9, 11", "-90, 9"})
  void sectorsStandAroundTheirDirection(double from, int sector) {
    assertThat(WindDirection.sector(from, 12)).isEqualTo(sector);
  }

  @Test
  void aDirectionThatIsMissingHasNoSector() {
    assertThatThrownBy(() -> WindDirection.sector(Double.NaN, 12)).hasMessageContaining("NaN");
  }

  @Test
  void aStormStopsTheTurbineUntilItHasPassed() {
    StormCutOut cutOut = new StormCutOut(25, 20);
    double[] speeds = {18, 24.9, 25, 23, Double.NaN, 20.1, 20, 24};
    assertThat(cutOut.runs(speeds, true))
        .containsExactly(true, true, false, false, false, false, true, true);
    assertThat(cutOut.runs(new double[] {22}, false)).containsExactly(false);
    assertThatThrownBy(() -> new StormCutOut(20, 25)).hasMessageContaining("restart");
  }

  @ParameterizedTest
  @CsvSource({
    "270, 99, 1",
    "270, 90, 0.5",
    "270, 80, 0",
    "274, 99, 0",
    "250, 99, 0",
    "NaN, 99, NaN"
  })
  void iceNeedsColdAndWetAir(double temperature, double humidity, double risk) {
    assertThat(Icing.risk(temperature, humidity)).isCloseTo(risk, within(1e-12));
  }
}
