package org.skywatt.models.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.skywatt.core.forecast.QuantileForecast;
import org.skywatt.core.forecast.QuantileLevels;
import org.skywatt.core.run.InputTier;

class LevelMapTest {
  private static final Duration HOUR = Duration.ofHours(1);

  /** The model's opinion: half as wide as the truth, Normal(0.5, 0.1). */
  private static final NormalDistribution OVERCONFIDENT = new NormalDistribution(0.5, 0.05);

  private static QuantileForecast forecast() {
    double[] levels = new double[999];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = (i + 1) / 1000.0;
    }
    double[] values =
        Arrays.stream(levels).map(OVERCONFIDENT::inverseCumulativeProbability).toArray();
    return QuantileForecast.rearranged(QuantileLevels.of(levels), values, 1);
  }

  private static double[] outcomes(long seed, int count) {
    Random random = new Random(seed);
    double[] outcomes = new double[count];
    for (int i = 0; i < count; i++) {
      outcomes[i] = 0.5 + 0.1 * random.nextGaussian();
    }
    return outcomes;
  }

  private static double coverage(double[] percentiles, double[] outcomes, int low, int high) {
    return Arrays.stream(outcomes)
            .filter(y -> y >= percentiles[low - 1] && y <= percentiles[high - 1])
            .count()
        / (double) outcomes.length;
  }

  @Test
  void anOverconfidentForecastBecomesTrueOnFreshData() {
    double[] met =
        Arrays.stream(outcomes(1, 40_000)).map(OVERCONFIDENT::cumulativeProbability).toArray();
    double[] raw = LevelMap.identity().apply(forecast());
    double[] calibrated = LevelMap.fit(met).apply(forecast());
    double[] fresh = outcomes(2, 40_000);
    // Normal: half the width holds P(|z| < 0.64) = 48% instead of 80%.
    assertThat(coverage(raw, fresh, 10, 90)).isCloseTo(0.478, within(0.02));
    assertThat(coverage(calibrated, fresh, 10, 90)).isCloseTo(0.8, within(0.02));
    assertThat(coverage(calibrated, fresh, 25, 75)).isCloseTo(0.5, within(0.03));
    assertThat(coverage(calibrated, fresh, 10, 50)).isCloseTo(0.4, within(0.02));
  }

  @Test
  void fewRowsChangeLittle() {
    double[] identity = QuantileLevels.PERCENTILES.toArray();
    assertThat(LevelMap.fit(new double[0]).levels()).containsExactly(identity);
    assertThat(LevelMap.fit(new double[] {0.9, 0.9, 0.9}).levels())
        .containsExactly(identity, within(0.01));
    assertThatThrownBy(() -> new LevelMap(new double[9])).hasMessageContaining("99 levels, not 9");
  }

  @Test
  void outcomesOfADayThatMissTogetherAreWorthOne() {
    Random random = new Random(3);
    MetLevels together = new MetLevels();
    MetLevels apart = new MetLevels();
    for (int day = 0; day < 50; day++) {
      double ofDay = random.nextDouble();
      for (int hour = 0; hour < 20; hour++) {
        together.add(ofDay, day);
        apart.add(random.nextDouble(), day);
      }
    }
    assertThat(together.independent()).isCloseTo(50, within(2.0)); // Kish: 1000 / (1 + 19 × 1)
    assertThat(apart.independent()).isBetween(600.0, 1000.0);
    MetLevels one = new MetLevels();
    one.add(0.3, 1);
    assertThat(one.independent()).isEqualTo(1);
  }

  /** Of days whose hours all miss alike, the tenth is not known from ten of them. */
  @Test
  void afterFewDaysBandsAreWideEnoughForTheNextOnes() {
    Random random = new Random(4);
    double[] identity = QuantileLevels.PERCENTILES.toArray();
    double believed = 0;
    double held = 0;
    int worlds = 150;
    for (int world = 0; world < worlds; world++) {
      MetLevels met = new MetLevels();
      for (int day = 0; day < 10; day++) {
        double ofDay = random.nextDouble();
        for (int row = 0; row < 600; row++) {
          met.add(ofDay, day);
        }
      }
      // A day to come is met at a level that is as likely as any other.
      double[] plain = LevelMap.fit(met.levels(), 6000, new LevelMap(identity)).levels();
      double[] wide =
          LevelMap.fit(met.levels(), met.independent(), new LevelMap(identity)).levels();
      believed += (plain[89] - plain[9]) / worlds;
      held += (wide[89] - wide[9]) / worlds;
    }
    assertThat(believed).isLessThan(0.74);
    assertThat(held).isBetween(believed + 0.03, 0.82);
  }

  @Test
  void withoutWeatherFewOutcomesOfALeadLeanOnThoseOfOthers() {
    Calibration.Fitter fitter = new Calibration.Fitter();
    for (int i = 0; i < 3000; i++) {
      Instant time = Instant.EPOCH.plus(HOUR.multipliedBy(i));
      for (Situation tier : new Situation[] {Situation.FULL, Situation.NO_NWP}) {
        fitter.add(tier, HOUR.multipliedBy(6), time, 0.95);
        if (i % 300 == 0) {
          fitter.add(tier, HOUR, time, 0.95);
        }
      }
    }
    Calibration calibration = fitter.fit();
    assertThat(calibration.get(Situation.FULL, HOUR).levels()[49]).isLessThan(0.55);
    assertThat(calibration.get(Situation.NO_NWP, HOUR).levels()[49]).isGreaterThan(0.9);
  }

  @Test
  void bandsWithoutReadingsAreNeverNarrowerThanWithAllInputs() {
    Calibration.Fitter fitter = new Calibration.Fitter();
    for (int i = 0; i < 3000; i++) {
      Instant time = Instant.EPOCH.plus(HOUR.multipliedBy(i));
      fitter.add(Situation.FULL, HOUR, time, i % 2 == 0 ? 0.02 : 0.98);
      fitter.add(Situation.NO_READINGS, HOUR, time, 0.5);
    }
    Calibration calibration = fitter.fit();
    double[] full = calibration.get(Situation.FULL, HOUR).levels();
    double[] unread = calibration.get(Situation.NO_READINGS, HOUR).levels();
    assertThat(unread).isSorted();
    assertThat(unread[9]).isEqualTo(full[9]).isLessThan(0.05);
    assertThat(unread[89]).isEqualTo(full[89]).isGreaterThan(0.95);
    assertThat(unread[49]).isCloseTo(0.5, within(0.01));
    assertThat(calibration.get(Situation.of(InputTier.FULL, false), HOUR).levels())
        .containsExactly(unread);
    assertThat(Situation.of(InputTier.NO_NWP, false)).isEqualTo(Situation.NO_NWP);
  }

  @Property
  void levelsNeverCrossAndStayWithin(
      @ForAll @Size(max = 2000) @DoubleRange(min = 0, max = 1) double[] met) {
    double[] levels = LevelMap.fit(met).levels();
    assertThat(levels).isSorted();
    assertThat(levels[0]).isGreaterThanOrEqualTo(0.002);
    assertThat(levels[98]).isLessThanOrEqualTo(0.998);
  }

  @Test
  void cellsAreCorrectedApart() {
    Calibration.Fitter fitter = new Calibration.Fitter();
    for (int i = 0; i < 3000; i++) {
      fitter.add(Situation.FULL, HOUR, Instant.EPOCH.plus(HOUR.multipliedBy(i)), 0.9);
    }
    Calibration calibration = fitter.fit();
    assertThat(calibration.get(Situation.FULL, HOUR).levels()[49]).isGreaterThan(0.8);
    assertThat(calibration.get(Situation.FULL, Duration.ofMinutes(15)))
        .isSameAs(calibration.get(Situation.FULL, HOUR));
    for (LevelMap other :
        new LevelMap[] {
          calibration.get(Situation.NO_NWP, HOUR),
          calibration.get(Situation.FULL, Duration.ofMinutes(61)),
          calibration.get(Situation.FULL, Duration.ofDays(2)),
          Calibration.none().get(Situation.FULL, HOUR),
        }) {
      assertThat(other.levels()).containsExactly(LevelMap.identity().levels());
    }
    assertThat(new Calibration(Map.of()).maps()).isEmpty();
  }
}
