package org.skywatt.models.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.skywatt.features.nowcast.PlantSeries;

class BaselinesTest {
  private static final int DAY = 24;
  private static final int DAYS = 40;

  /** Hourly, light by half a sine from 6 to 18; power is 0.7 of clear sky, the last value 0.35. */
  private static PlantSeries series() {
    int n = DAY * DAYS;
    double[] clear = new double[n];
    double[] power = new double[n];
    for (int i = 0; i < n; i++) {
      clear[i] = Math.max(0, 1000 * Math.sin(Math.PI * (i % DAY - 6) / 12));
      power[i] = 0.0007 * clear[i];
    }
    power[now()] /= 2;
    return series(power, clear);
  }

  private static PlantSeries series(double[] power, double[] clear) {
    double[] unknown = new double[power.length];
    Arrays.fill(unknown, Double.NaN);
    double[] warm = new double[power.length];
    Arrays.fill(warm, 25);
    return new PlantSeries(
        Instant.parse("2024-01-01T00:00:00Z"),
        Duration.ofHours(1),
        power,
        clear,
        unknown,
        unknown,
        unknown,
        unknown,
        clear,
        warm);
  }

  /** Ten o'clock of the last day. */
  private static int now() {
    return DAY * (DAYS - 1) + 10;
  }

  @Test
  void eachSaysWhatItsNameSays() {
    PlantSeries series = series();
    int now = now();
    double clear = series.clearSkyWm2()[now + 2] / 1000;
    assertThat(new Persistence(series).forecast(now, 2)[50]).isEqualTo(series.power()[now]);
    assertThat(new SmartPersistence(series).forecast(now, 2)[98])
        .isCloseTo(0.35 * clear, within(1e-12));
    assertThat(new Yesterday(series).forecast(now, 2)[7]).isCloseTo(0.7 * clear, within(1e-12));
    SeasonalQuantiles quantiles = new SeasonalQuantiles(series, now);
    assertThat(quantiles.forecast(now, 2)).isSorted();
    assertThat(new SeasonalClimatology(quantiles).forecast(now, 2)[7])
        .isCloseTo(0.7 * clear, within(1e-12));
    // PVWatts: 866 W/m², cells at 55 °C, 14% losses.
    assertThat(new PhysicalSolar(series, 1).forecast(now, 2)[0]).isBetween(0.7, 0.8);
  }

  @Test
  void theMixtureFollowsTheAutocorrelation() {
    // A first-order autoregression of the index: its autocorrelation at lag h is φ to the h.
    int n = 30_000;
    Random random = new Random(5);
    double[] clear = new double[n];
    double[] power = new double[n];
    double state = 0;
    for (int i = 0; i < n; i++) {
      state = 0.9 * state + Math.sqrt(1 - 0.81) * random.nextGaussian();
      clear[i] = 1000;
      power[i] = 0.5 + 0.1 * state;
    }
    OptimalConvexCombination mixture = new OptimalConvexCombination(series(power, clear), n - 10);
    assertThat(mixture.correlation(1)).isCloseTo(0.9, within(0.01));
    assertThat(mixture.correlation(5)).isCloseTo(Math.pow(0.9, 5), within(0.04));
    double now = power[n - 10];
    assertThat(mixture.forecast(n - 10, 1)[3]).isCloseTo(0.9 * now + 0.1 * 0.5, within(0.01));
  }

  @Test
  void nothingKnownIsNoForecast() {
    double[] none = new double[10];
    Arrays.fill(none, Double.NaN);
    PlantSeries blind = series(none, none.clone());
    List<Baseline> all = Baselines.of(blind, 5, 1.6);
    assertThat(all).hasSize(7);
    assertThat(all).allSatisfy(each -> assertThat(each.forecast(5, 2)).isNull());
    assertThat(all.stream().map(Baseline::name)).doesNotHaveDuplicates();
  }
}
