package org.skywatt.models.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.skywatt.core.run.InputTier;
import org.skywatt.features.schema.FeatureSchema;
import org.skywatt.features.schema.Schemas;
import org.skywatt.models.train.Learner;
import org.skywatt.models.train.TrainingRow;

class ReferencesTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private static TrainingRow row(
      FeatureSchema schema, int hour, int lead, boolean dark, double label, Map<String, Double> x) {
    float[] features = new float[schema.size()];
    Arrays.fill(features, Float.NaN);
    x.forEach((name, value) -> features[schema.indexOf(name)] = value.floatValue());
    Instant issue = START.plus(Duration.ofHours(hour));
    return new TrainingRow(
        "a",
        issue,
        issue.plus(Duration.ofHours(lead)),
        InputTier.FULL,
        dark,
        features,
        label,
        label);
  }

  private static double[] forecast(
      FeatureSchema schema, boolean solar, String name, List<TrainingRow> past, TrainingRow row) {
    Learner learner =
        References.of(schema.name(), solar).stream()
            .filter(each -> each.name().equals(name))
            .findFirst()
            .orElseThrow();
    return learner.learn(past).percentiles(List.of(row))[0];
  }

  @Test
  void everySchemaHasThoseThatItCanTell() {
    assertThat(References.of("solar", true))
        .extracting(Learner::name)
        .containsExactly(
            "persistence",
            "smart-persistence",
            "optimal-convex-combination",
            "yesterday",
            "climatology",
            "quantile-climatology",
            "physical");
    assertThat(References.of("wind", false)).extracting(Learner::name).contains("physical");
    assertThat(References.of("gefcom2014-solar", true))
        .extracting(Learner::name)
        .containsExactly("climatology", "quantile-climatology", "physical");
    assertThat(References.of("gefcom2014-wind", false))
        .extracting(Learner::name)
        .containsExactly("climatology", "quantile-climatology", "fitted-power-curve");
  }

  @Test
  void featuresAreForecastAsTheyAre() {
    TrainingRow row =
        row(
            Schemas.WIND,
            0,
            1,
            false,
            Double.NaN,
            Map.of("latest_generation", 0.3, "generation_days_ago", 0.6, "physical_power", 1.2));
    assertThat(forecast(Schemas.WIND, false, "persistence", List.of(), row)[7])
        .isCloseTo(0.3, within(1e-6));
    assertThat(forecast(Schemas.WIND, false, "yesterday", List.of(), row)[98])
        .isCloseTo(0.6, within(1e-6));
    assertThat(forecast(Schemas.WIND, false, "physical", List.of(), row)[0]).isEqualTo(1);
    assertThat(forecast(Schemas.WIND, false, "smart-persistence", List.of(), row)).isNull();
    assertThat(forecast(Schemas.WIND, false, "fitted-power-curve", List.of(), row)).isNull();
  }

  /** Power of an autoregression: the weight of the latest at lead h is φ to the h. */
  @Test
  void theMixtureWeighsTheLatestByItsCorrelation() {
    Random random = new Random(5);
    double[] power = new double[6000];
    power[0] = 0.5;
    for (int i = 1; i < power.length; i++) {
      power[i] = 0.5 + 0.9 * (power[i - 1] - 0.5) + 0.03 * random.nextGaussian();
    }
    List<TrainingRow> past = new ArrayList<>();
    for (int i = 0; i + 6 < power.length; i++) {
      for (int lead : new int[] {1, 6}) {
        past.add(
            row(
                Schemas.WIND,
                i,
                lead,
                false,
                power[i + lead],
                Map.of("latest_generation", power[i])));
      }
    }
    for (int lead : new int[] {1, 6}) {
      TrainingRow row =
          row(Schemas.WIND, 9000, lead, false, Double.NaN, Map.of("latest_generation", 0.7));
      double expected = 0.5 + 0.2 * Math.pow(0.9, lead);
      assertThat(forecast(Schemas.WIND, false, "optimal-convex-combination", past, row)[50])
          .isCloseTo(expected, within(0.015));
    }
  }

  /** Solar: k is power over the clear sky; where nothing is known of it, its mean. */
  @Test
  void theMixtureOfSolarFollowsTheClearSky() {
    List<TrainingRow> past = new ArrayList<>();
    for (int day = 0; day < 60; day++) {
      double k = day % 2 == 0 ? 0.4 : 0.8;
      past.add(
          row(
              Schemas.SOLAR,
              24 * day + 10,
              2,
              false,
              k * 0.9,
              Map.of("clear_sky_plane", 900.0, "clear_ratio", k)));
    }
    TrainingRow unknown =
        row(Schemas.SOLAR, 2000, 2, false, Double.NaN, Map.of("clear_sky_plane", 500.0));
    assertThat(forecast(Schemas.SOLAR, true, "optimal-convex-combination", past, unknown)[3])
        .isCloseTo(0.6 * 0.5, within(1e-6));
    TrainingRow known =
        row(
            Schemas.SOLAR,
            2000,
            2,
            false,
            Double.NaN,
            Map.of("clear_sky_plane", 500.0, "clear_ratio", 0.8));
    assertThat(forecast(Schemas.SOLAR, true, "optimal-convex-combination", past, known)[3])
        .isCloseTo(0.8 * 0.5, within(1e-6));
    TrainingRow night = row(Schemas.SOLAR, 2000, 2, true, Double.NaN, Map.of());
    for (Learner each : References.of("solar", true)) {
      assertThat(each.learn(past).percentiles(List.of(night))[0]).containsOnly(0);
    }
  }

  /** January noon knows Januaries' noons only; each time counts once, whatever its leads. */
  @Test
  void climatologyIsOfTheHourAndTheSeason() {
    List<TrainingRow> past = new ArrayList<>();
    for (int day = 0; day < 365; day++) {
      boolean winter = day < 20;
      for (int lead = 1; lead <= (winter && day % 2 == 0 ? 3 : 1); lead++) {
        double noon = winter ? 0.01 * day : 0.9;
        past.add(row(Schemas.WIND, 24 * day + 12 - lead, lead, false, noon, Map.of()));
        past.add(row(Schemas.WIND, 24 * day + 18 - lead, lead, false, 0.5, Map.of()));
      }
    }
    past.removeIf(each -> each.label() == 0.9 && each.validTime().isBefore(day(80)));
    past.removeIf(each -> each.validTime().isAfter(day(300)));
    TrainingRow row = row(Schemas.WIND, 24 * 370 + 10, 2, false, Double.NaN, Map.of());
    double[] quantiles = forecast(Schemas.WIND, false, "quantile-climatology", past, row);
    assertThat(quantiles[49]).isCloseTo(0.095, within(1e-9)); // numpy.quantile of 0 … 0.19
    assertThat(quantiles[98]).isCloseTo(0.1881, within(1e-9));
    assertThat(forecast(Schemas.WIND, false, "climatology", past, row)[0])
        .isCloseTo(0.095, within(1e-3));
    TrainingRow midnight = row(Schemas.WIND, 24 * 370, 2, false, Double.NaN, Map.of());
    assertThat(forecast(Schemas.WIND, false, "climatology", past, midnight)).isNull();
  }

  private static Instant day(int day) {
    return START.plus(Duration.ofDays(day));
  }
}
