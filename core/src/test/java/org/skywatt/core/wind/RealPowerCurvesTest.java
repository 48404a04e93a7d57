package org.skywatt.core.wind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.skywatt.core.shared.SharedData;

/** The measured curves that windpowerlib lists, W. */
class RealPowerCurvesTest {
  private static Map<String, PowerCurve> curves() {
    List<String> lines = SharedData.lines("windpowerlib", "power_curves.csv.gz");
    String[] head = lines.get(0).split(",");
    Map<String, PowerCurve> curves = new HashMap<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      List<double[]> points = new ArrayList<>();
      for (int i = 1; i < cells.length; i++) {
        if (!cells[i].isEmpty()) {
          points.add(new double[] {Double.parseDouble(head[i]), Double.parseDouble(cells[i])});
        }
      }
      curves.put(
          cells[0],
          PowerCurve.of(
              points.stream().mapToDouble(point -> point[0]).toArray(),
              points.stream().mapToDouble(point -> point[1]).toArray()));
    }
    return curves;
  }

  /** windpowerlib 0.2.2, power_curve_density_correction. */
  @ParameterizedTest
  @CsvSource({
    "E-126/4200, 5.3, 1.0, 389965.73155997077",
    "E-126/4200, 11.2, 1.3, 3868293.608496908",
    "V90/2000, 8.7, 1.0, 912220.6851593645",
    "V90/2000, 13.0, 1.3, 2007679.7279127885",
    "SWT130/3300, 5.3, 1.3, 553297.744208017",
    "SWT130/3300, 11.2, 1.0, 3138184.0739474613",
    "AD116/5000, 8.7, 1.3, 1880388.2736478178",
    "AD116/5000, 13.0, 1.0, 4214780.628699047",
    "V112/3000, 11.2, 1.0, 2621279.8236028156",
    "V112/3000, 13.0, 1.3, 3075000"
  })
  void densityCorrectionAgreesWithWindpowerlib(
      String turbine, double speed, double density, double power) {
    assertThat(curves().get(turbine).power(speed, density)).isCloseTo(power, within(1e-4));
  }

  @Test
  void theGenericCurveIsAsNearAsItSays() {
    Map<String, PowerCurve> curves = curves();
    List<String> lines = SharedData.lines("windpowerlib", "turbine_data.csv.gz");
    double sum = 0;
    double worst = 0;
    int compared = 0;
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      PowerCurve real = curves.get(cells[0]);
      if (real == null) {
        continue;
      }
      PowerCurve generic = GenericPowerCurve.of(real.rating() / 1000, Double.parseDouble(cells[6]));
      double error = 0;
      int points = 0;
      for (double speed = 3; speed < 25 && real.power(Math.max(speed, 10)) > 0; speed += 0.25) {
        error += Math.abs(1000 * generic.power(speed) - real.power(speed));
        points++;
      }
      double mean = error / points / real.rating();
      sum += mean;
      worst = Math.max(worst, mean);
      compared++;
    }
    assertThat(compared).isEqualTo(67);
    assertThat(sum / compared).isLessThan(0.012);
    assertThat(worst).isLessThan(0.06);
  }

  /** A curve that only noisy pairs are known of, with a tenth of them stopped, comes back. */
  @Test
  void theFittedCurveFindsTheRealOne() {
    PowerCurve real = curves().get("V90/2000");
    SplittableRandom random = new SplittableRandom(7);
    double[] speeds = new double[5000];
    double[] powers = new double[speeds.length];
    for (int i = 0; i < speeds.length; i++) {
      speeds[i] = 8 * Math.sqrt(-Math.log(1 - random.nextDouble()));
      double noise = 100_000 * (random.nextDouble() - 0.5);
      powers[i] = random.nextDouble() < 0.1 ? 0 : Math.max(0, real.power(speeds[i]) + noise);
    }
    speeds[0] = Double.NaN;
    powers[1] = Double.NaN;
    PowerCurve fitted = FittedPowerCurve.fit(speeds, powers);
    double before = 0;
    for (double speed = 0; speed <= 15; speed += 0.5) {
      assertThat(fitted.power(speed)).isCloseTo(real.power(speed), within(0.06 * 2e6));
      assertThat(fitted.power(speed)).isGreaterThanOrEqualTo(before);
      before = fitted.power(speed);
    }
  }

  @Test
  void tooShortAHistoryIsRefused() {
    assertThatThrownBy(() -> FittedPowerCurve.fit(new double[] {5, 6}, new double[] {1, 2}))
        .hasMessageContaining("four bins");
    assertThatThrownBy(() -> FittedPowerCurve.fit(new double[] {5}, new double[] {1, 2}))
        .hasMessageContaining("2 powers");
    assertThatThrownBy(() -> GenericPowerCurve.of(0, 90)).hasMessageContaining("positive");
  }
}
