package org.skywatt.models.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.skywatt.core.forecast.QuantileLevels;
import org.skywatt.core.run.InputTier;
import org.skywatt.core.run.SiteForecast;
import org.skywatt.core.run.StaleInput;
import org.skywatt.core.site.Location;
import org.skywatt.core.site.Mount;
import org.skywatt.core.site.SiteId;
import org.skywatt.core.site.SolarSite;
import org.skywatt.features.plan.Issue;
import org.skywatt.features.schema.FeatureSchema;
import org.skywatt.features.schema.Schemas;
import org.skywatt.features.view.SiteHistory;
import org.skywatt.models.predict.LearnedModel;
import org.skywatt.models.predict.SiteForecaster;

/** A model learned from noise: the laws hold whatever it learned. */
class SiteModelTest {
  private static final FeatureSchema SCHEMA = Schemas.SOLAR;
  private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

  private static SiteModel model;

  @BeforeAll
  static void train() {
    model = new SiteModelTrainer(Recipes.SOLAR).train(rows(600, new Random(1)));
  }

  @Test
  void quantilesNeverCrossNorLeaveThePossible() {
    for (double[] percentiles : model.percentiles(rows(300, new Random(2)))) {
      assertThat(percentiles).isSorted().hasSize(99);
      assertThat(percentiles[0]).isGreaterThanOrEqualTo(0);
      assertThat(percentiles[98]).isLessThanOrEqualTo(1);
      assertThat(percentiles[98]).isPositive();
    }
  }

  @Test
  void withTheSunDownEveryQuantileIsZero() {
    List<TrainingRow> night = new ArrayList<>();
    for (TrainingRow row : rows(20, new Random(3))) {
      night.add(
          new TrainingRow(
              row.siteId(),
              row.issueTime(),
              row.validTime(),
              row.tier(),
              true,
              row.features(),
              row.label(),
              row.truth()));
    }
    for (double[] percentiles : model.percentiles(night)) {
      assertThat(percentiles).containsOnly(0.0);
    }
  }

  /** Never stop: not even for a site of which nothing was ever recorded. */
  @Test
  void aSiteOfWhichNothingIsKnownGetsAForecast() {
    SolarSite site =
        new SolarSite(
            new SiteId("new"),
            "New",
            "test",
            new Location(45, 0, 100),
            1000,
            1200,
            new Mount.Fixed(30, 180));
    SiteHistory empty =
        new SiteHistory(site, List.of(), List.of(), List.of(), List.of(), List.of());
    QuantileLevels levels = QuantileLevels.of(0.1, 0.5, 0.9);
    SiteForecast forecast =
        new SiteForecaster(new LearnedModel(SCHEMA, model), levels)
            .forecast(empty, new Issue(NOON, Duration.ofHours(1), 24));
    assertThat(forecast.site().inputTier()).isEqualTo(InputTier.CLIMATOLOGY);
    assertThat(forecast.site().staleInputs()).contains(StaleInput.NWP, StaleInput.GENERATION);
    assertThat(forecast.steps()).isEqualTo(24);
    assertThat(forecast.quantile(0, 2)).isPositive();
    assertThat(forecast.quantile(12, 2)).as("at midnight").isZero();
    for (int step = 0; step < forecast.steps(); step++) {
      assertThat(forecast.isMissing(step)).isFalse();
    }
  }

  private static List<TrainingRow> rows(int count, Random random) {
    List<TrainingRow> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      float[] features = new float[SCHEMA.size()];
      for (int f = 0; f < features.length; f++) {
        features[f] = random.nextInt(10) == 0 ? Float.NaN : 100 * random.nextFloat();
      }
      Instant issue = NOON.plus(Duration.ofHours(5L * (i / 4)));
      Instant valid = issue.plus(Duration.ofHours(1 + i % 4));
      InputTier tier = InputTier.values()[i % InputTier.values().length];
      double power = random.nextDouble();
      rows.add(new TrainingRow("a", issue, valid, tier, false, features, power, power));
    }
    return rows;
  }
}
