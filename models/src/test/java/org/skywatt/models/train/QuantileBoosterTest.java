package org.skywatt.models.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.skywatt.core.forecast.QuantileForecast;
import org.skywatt.core.forecast.QuantileLevels;
import org.skywatt.core.run.InputTier;
import org.skywatt.features.schema.FeatureSchema;
import org.skywatt.models.calibrate.Calibration;

class QuantileBoosterTest {
  private static final double[] LEVELS = {0.1, 0.5, 0.9};
  private static final int ROWS = 1500;

  private static Recipe recipe(int seed) {
    return new Recipe("test", "wind", false, true, LEVELS, 40, 3, 0.2, 0.7, 0.7, 5, 64, 0, 0, seed);
  }

  /** A wind-like plant: power follows the first feature, which is missing now and then. */
  private static final class Data {
    final List<float[]> features = new ArrayList<>();
    final float[] labels = new float[ROWS];

    Data(long seed) {
      Random random = new Random(seed);
      for (int i = 0; i < ROWS; i++) {
        float wind = random.nextFloat();
        float noise = 0.1f * (random.nextFloat() - 0.5f);
        labels[i] = Math.min(Math.max(wind + noise, 0), 1);
        features.add(new float[] {i % 10 == 0 ? Float.NaN : wind, random.nextFloat(), Float.NaN});
      }
    }
  }

  private static double[][] values(QuantileForecast[] forecasts) {
    double[][] values = new double[forecasts.length][];
    for (int i = 0; i < values.length; i++) {
      values[i] = forecasts[i].toArray();
    }
    return values;
  }

  @Test
  void theSameSeedGivesTheSameBytes() {
    Data data = new Data(1);
    QuantileBooster one = QuantileBooster.train(recipe(1), data.features, data.labels);
    QuantileBooster same = QuantileBooster.train(recipe(1), data.features, data.labels);
    QuantileBooster other = QuantileBooster.train(recipe(2), data.features, data.labels);
    assertThat(same.toBytes()).isEqualTo(one.toBytes());
    assertThat(other.toBytes()).isNotEqualTo(one.toBytes());
  }

  @Test
  void aLoadedModelPredictsTheSame() throws IOException {
    Data data = new Data(1);
    QuantileBooster trained = QuantileBooster.train(recipe(1), data.features, data.labels);
    QuantileBooster loaded = QuantileBooster.load(trained.toBytes(), QuantileLevels.of(LEVELS));
    assertThat(values(loaded.predict(data.features)))
        .isDeepEqualTo(values(trained.predict(data.features)));
    assertThat(loaded.toBytes()).isEqualTo(trained.toBytes());
    assertThat(loaded.predict(List.of())).isEmpty();
  }

  @Test
  void contributionsAddUpToTheForecastOfTheirLevel() {
    Data data = new Data(1);
    QuantileBooster booster = QuantileBooster.train(recipe(1), data.features, data.labels);
    float[] row = {0.4f, 0.5f, Float.NaN};
    QuantileForecast forecast = booster.predict(List.of(row))[0];
    for (int level = 0; level < LEVELS.length; level++) {
      float[] adds = booster.contributions(row, level);
      double sum = 0;
      for (float each : adds) {
        sum += each;
      }
      assertThat(adds).hasSize(row.length + 1);
      assertThat(sum).isCloseTo(forecast.at(LEVELS[level]), within(1e-5));
      assertThat(adds[2]).isZero(); // never there, so it tells nothing
      assertThat(Math.abs(adds[0])).isGreaterThan(Math.abs(adds[1]));
    }
  }

  @Test
  void learnsTheQuantilesAndKnowsWhatIsMissing() {
    Data data = new Data(1);
    Data fresh = new Data(2);
    QuantileBooster booster = QuantileBooster.train(recipe(1), data.features, data.labels);
    QuantileForecast[] forecasts = booster.predict(fresh.features);
    int inside = 0;
    double known = 0;
    double unknown = 0;
    for (int i = 0; i < ROWS; i++) {
      double low = forecasts[i].at(0.1);
      double high = forecasts[i].at(0.9);
      inside += fresh.labels[i] >= low && fresh.labels[i] <= high ? 1 : 0;
      if (i % 10 == 0) {
        unknown += (high - low) / 150;
      } else {
        known += (high - low) / 1350;
      }
    }
    assertThat((double) inside / ROWS).isBetween(0.65, 0.9);
    // Noise is uniform over 0.1: 80% of it is 0.08 wide. Without the wind, 80% of all power.
    assertThat(known).isBetween(0.06, 0.2);
    assertThat(unknown).isGreaterThan(0.5);
  }

  @Test
  void whatIsNoModelIsRefused() {
    assertThatThrownBy(
            () ->
                QuantileBooster.load(
                    "not a model".getBytes(StandardCharsets.UTF_8), QuantileLevels.of(LEVELS)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("not an XGBoost model");
  }

  @Test
  void theSunDownMeansZero() {
    Data data = new Data(1);
    Instant issue = Instant.parse("2026-05-01T06:00:00Z");
    List<TrainingRow> rows = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Instant end = issue.plusSeconds(3600L * (i + 1));
      float[] features = {0.8f, 0.5f, Float.NaN};
      rows.add(
          new TrainingRow(
              "a", issue, end, InputTier.FULL, i % 2 == 0, features, Double.NaN, Double.NaN));
    }
    SiteModel model =
        new SiteModel(
            new FeatureSchema("toy", 1, List.of()),
            true,
            QuantileBooster.train(recipe(1), data.features, data.labels),
            Calibration.none());
    double[][] percentiles = model.percentiles(rows);
    assertThat(percentiles[0]).hasSize(99).containsOnly(0);
    assertThat(percentiles[2]).hasSize(99).containsOnly(0);
    assertThat(percentiles[1]).isSorted().isEqualTo(percentiles[3]);
    assertThat(percentiles[1][49]).isBetween(0.7, 0.9);
  }

  @Test
  void tooFewRowsAreRefused() {
    assertThatThrownBy(() -> new SiteModelTrainer(Recipes.WIND).train(List.of()))
        .hasMessageContaining("wind: 0 rows with power to learn from, at least 200 are needed");
  }
}
