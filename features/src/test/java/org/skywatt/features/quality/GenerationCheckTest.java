package org.skywatt.features.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.skywatt.features.quality.Finding.Kind;

/** One fault at a time, put into a sound plant at a place that the test knows. */
class GenerationCheckTest {
  private static final long DAY = 86_400;

  private static SimulatedPlant plant() {
    return new SimulatedPlant(3, 40, 5, 200, 1800);
  }

  private static int row(int day, int hour) {
    return 48 * day + 2 * hour;
  }

  private static void change(SimulatedPlant plant, int from, int to, DoubleUnaryOperator change) {
    for (int i = from; i < to; i++) {
      plant.power[i] = change.applyAsDouble(plant.power[i]);
    }
  }

  private static List<Finding> found(QualityReport report, Kind kind) {
    return report.findings().stream().filter(finding -> finding.kind() == kind).toList();
  }

  private static Instant time(int row) {
    return Instant.ofEpochSecond(SimulatedPlant.START + 1800L * row);
  }

  @Test
  void aSoundPlantHasNoFinding() {
    QualityReport report = plant().check();
    assertThat(report.findings()).isEmpty();
    assertThat(report.rows()).isEqualTo(200 * 48);
    assertThat(report.capacities()).hasSize(1);
  }

  @Test
  void stuckValues() {
    SimulatedPlant plant = plant();
    change(plant, row(50, 9), row(50, 15), power -> 37.25);
    Finding stuck = found(plant.check(), Kind.STUCK).get(0);
    assertThat(stuck.rows()).isEqualTo(12);
    assertThat(stuck.spans().get(0).from()).isEqualTo(time(row(50, 9)));
  }

  @Test
  void powerAtNight() {
    SimulatedPlant plant = plant();
    change(plant, row(20, 23), row(21, 1), power -> 4);
    assertThat(found(plant.check(), Kind.NIGHT_PRODUCTION).get(0).rows()).isEqualTo(4);
  }

  @Test
  void outagesAndNegativePowerAndGaps() {
    SimulatedPlant plant = plant();
    change(plant, row(150, 9), row(150, 14), power -> 0);
    change(plant, row(60, 0), row(60, 2), power -> -0.5);
    change(plant, row(70, 10), row(70, 11), power -> Double.NaN);
    change(plant, row(80, 12), row(80, 13), power -> 130);
    QualityReport report = plant.check();
    assertThat(found(report, Kind.OUTAGE).get(0).rows()).isEqualTo(10);
    assertThat(found(report, Kind.NEGATIVE).get(0).rows()).isEqualTo(4);
    assertThat(found(report, Kind.MISSING).get(0).rows()).isEqualTo(2);
    assertThat(found(report, Kind.ABOVE_CAPACITY).get(0).rows()).isEqualTo(2);
  }

  @Test
  void anInverterThatClips() {
    SimulatedPlant plant = plant();
    change(plant, 0, plant.power.length, power -> Math.min(45, power));
    QualityReport report = plant.check();
    assertThat(found(report, Kind.CLIPPED).get(0).rows()).isGreaterThan(200);
    assertThat(found(report, Kind.CURTAILED)).isEmpty();
    assertThat(found(report, Kind.STUCK)).isEmpty();
  }

  @Test
  void aRuleThatHoldsThePlantAt30Percent() {
    SimulatedPlant plant = plant();
    for (int day : new int[] {120, 121, 135, 140, 152, 160, 171}) {
      change(plant, row(day, 9), row(day, 16), power -> Math.min(30, power));
    }
    Finding held = found(plant.check(), Kind.CURTAILED).get(0);
    assertThat(held.rows()).isGreaterThan(30);
    assertThat(held.spans().get(0).from()).isAfterOrEqualTo(time(row(120, 9)));
  }

  @Test
  void wattsAndMegawatts() {
    for (double factor : new double[] {1000, 0.001}) {
      SimulatedPlant plant = plant();
      change(plant, row(100, 0), row(130, 0), power -> factor * power);
      QualityReport report = plant.check();
      Finding unit = found(report, Kind.UNIT).get(0);
      assertThat(unit.size()).isCloseTo(1 / factor, within(1e-9));
      assertThat(unit.spans().get(0)).isEqualTo(new Finding.Span(time(4800), time(6240), 1440));
      assertThat(report.findings()).hasSize(1);
    }
  }

  @Test
  void aDayThatIsAnother() {
    SimulatedPlant plant = plant();
    System.arraycopy(plant.power, row(40, 0), plant.power, row(45, 0), 48);
    Finding copied = found(plant.check(), Kind.COPIED_DAY).get(0);
    assertThat(copied.spans())
        .containsExactly(new Finding.Span(time(row(45, 0)), time(row(46, 0)), 48));
  }

  /** Clocks go an hour forward after 86 days, 27 March, and stay. */
  @Test
  void daylightSavingIsFoundFromTheSun() {
    SimulatedPlant plant = plant();
    int jump = row(86, 1);
    double[] shifted = plant.power.clone();
    System.arraycopy(plant.power, jump, shifted, jump + 2, plant.power.length - jump - 2);
    Arrays.fill(shifted, jump, jump + 2, Double.NaN);
    System.arraycopy(shifted, 0, plant.power, 0, shifted.length);
    Finding clock = found(plant.check(), Kind.CLOCK).get(0);
    assertThat(clock.size()).isEqualTo(3600);
    assertThat(Duration.between(time(jump), clock.spans().get(0).from()).abs())
        .isLessThan(Duration.ofDays(5));
    assertThat(clock.reason()).contains("jumps").contains("1:00 h late");
    assertThat(clock.confidence()).isGreaterThan(0.9);
  }

  @Test
  void aSeriesOfNothingIsRefused() {
    PowerSeries nothing = new PowerSeries(new long[] {0}, new double[] {Double.NaN}, 900);
    assertThatThrownBy(
            () -> GenerationCheck.check(nothing, new Plant(5, Optional.empty(), Optional.empty())))
        .hasMessageContaining("no power to check");
    assertThatThrownBy(() -> new PowerSeries(new long[] {DAY, 0}, new double[2], 900))
        .hasMessageContaining("row 1");
  }

  /** A wind farm has no sun: what remains is the level, and the rows. */
  @Test
  void aFarmThatLosesATurbine() {
    SimulatedPlant wind = new SimulatedPlant(9, 40, 5, 200, 1800);
    SplittableRandom random = new SplittableRandom(1);
    double spell = 0;
    for (int i = 0; i < wind.power.length; i++) {
      spell = 0.99 * spell + 0.14 * random.nextGaussian();
      wind.power[i] = 100 / (1 + Math.exp(-3 * spell)) * (i < row(100, 0) ? 1 : 0.6);
    }
    QualityReport report =
        GenerationCheck.check(wind.series(), new Plant(100, Optional.empty(), Optional.empty()));
    Finding change = found(report, Kind.CAPACITY_CHANGE).get(0);
    assertThat(change.size()).isCloseTo(-0.4, within(0.1));
    assertThat(Duration.between(time(row(100, 0)), change.spans().get(0).from()).abs())
        .isLessThan(Duration.ofDays(12));
  }
}
