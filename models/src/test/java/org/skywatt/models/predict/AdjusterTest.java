package org.skywatt.models.predict;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.skywatt.core.forecast.QuantileLevels;
import org.skywatt.core.run.SiteForecast;
import org.skywatt.core.sample.CapacityChange;
import org.skywatt.core.sample.GenerationSample;
import org.skywatt.core.site.Location;
import org.skywatt.core.site.SiteId;
import org.skywatt.core.site.WindSite;
import org.skywatt.features.physical.PhysicalPower;
import org.skywatt.features.plan.Issue;
import org.skywatt.features.view.SiteHistory;
import org.skywatt.models.adjust.Adjustment;

/** A model that always says the same of a farm that lost a third of its turbines. */
class AdjusterTest {
  private static final Instant NOW = Instant.parse("2026-06-20T12:00:00Z");
  private static final Instant LONG_AGO = NOW.minus(Duration.ofDays(60));
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Issue ISSUE = new Issue(NOW, HOUR, 36);
  private static final double SAID = 0.45;

  private static final StepModel MODEL =
      (view, issue, tiers) -> {
        double[][] percentiles = new double[issue.steps()][99];
        for (double[] step : percentiles) {
          for (int i = 0; i < 99; i++) {
            step[i] = SAID + 0.004 * (i - 49);
          }
        }
        return percentiles;
      };

  /** Readings of 25 days, a third below what is said, known a quarter of an hour later. */
  private static List<GenerationSample> readings(Duration delay) {
    Random random = new Random(3);
    List<GenerationSample> readings = new ArrayList<>();
    for (int hour = -20 * 24; hour < 5 * 24; hour++) {
      Instant end = NOW.plus(HOUR.multipliedBy(hour));
      double kw = 1000 * SAID * (2 / 3.0 + 0.1 * random.nextGaussian());
      readings.add(new GenerationSample("farm", end.minus(HOUR), end, end.plus(delay), kw, 0));
    }
    return readings;
  }

  private static SiteHistory history(
      List<GenerationSample> readings, List<CapacityChange> changes) {
    WindSite site =
        new WindSite(
            new SiteId("farm"), "Farm", "test", new Location(55, 8, 0), 1000, 80, 90, "generic");
    return new SiteHistory(
        site, List.of(), List.of(), readings, List.of(), List.of(), changes, PhysicalPower::of);
  }

  private static Adjuster.Found found(SiteHistory history, Instant fitUntil) {
    return new Adjuster(MODEL, fitUntil).find(history, ISSUE);
  }

  @Test
  void aForecastIsLoweredByWhatWasLostAndTellsIt() {
    SiteHistory history = history(readings(Duration.ofMinutes(15)), List.of());
    Adjuster.Found found = found(history, LONG_AGO);
    assertThat(found.made()).isEqualTo(14);
    assertThat(found.adjustment().factors()[0]).isBetween(0.63, 0.72);
    assertThat(found.adjustment().factors()[1]).isBetween(0.63, 0.72);

    SiteForecaster forecaster = new SiteForecaster(MODEL, QuantileLevels.of(0.05, 0.5, 0.95));
    SiteForecast plain = forecaster.forecast(history, ISSUE);
    SiteForecast moved = forecaster.forecast(history, ISSUE, found.adjustment());
    assertThat(plain.site().adjustment()).isEmpty();
    assertThat(moved.site().adjustment().orElseThrow().days()).isEqualTo(15);
    assertThat(moved.site().adjustment().orElseThrow().change()).isBetween(-0.23, -0.2);
    assertThat(moved.quantile(5, 1)).isBetween(0.3499, 0.3501); // the cap
  }

  /** Whatever became known after the issue changes nothing. */
  @Test
  void onlyWhatWasKnownCounts() {
    List<GenerationSample> known =
        readings(Duration.ofMinutes(15)).stream()
            .filter(reading -> !reading.availableAt().isAfter(NOW))
            .toList();
    List<GenerationSample> later = new ArrayList<>(readings(Duration.ofMinutes(15)));
    for (GenerationSample each : known) {
      later.add(new GenerationSample("farm", each.start(), each.end(), NOW.plusSeconds(1), 990, 0));
    }
    Adjustment one = found(history(known, List.of()), LONG_AGO).adjustment();
    Adjustment other = found(history(later, List.of()), LONG_AGO).adjustment();
    assertThat(other.factors()).isEqualTo(one.factors());
    assertThat(found(history(readings(Duration.ofDays(30)), List.of()), LONG_AGO).made()).isZero();
  }

  @Test
  void whatTheModelHasLearnedFromIsNoEvidence() {
    SiteHistory history = history(readings(Duration.ofMinutes(15)), List.of());
    assertThat(found(history, NOW).made()).isZero();
    assertThat(found(history, NOW.minus(Duration.ofDays(9))).adjustment())
        .isSameAs(Adjustment.NONE);
    assertThat(found(history, NOW.minus(Duration.ofDays(11))).made()).isEqualTo(11);
  }

  /** Once the loss is recorded as capacity, forecasts are of the capacity that is left. */
  @Test
  void daysWhoseCapacityBecameKnownSinceAreNoEvidence() {
    CapacityChange change =
        new CapacityChange("farm", LONG_AGO, NOW.minusSeconds(60), 2 / 3.0, 1, "lost turbines");
    SiteHistory history = history(readings(Duration.ofMinutes(15)), List.of(change));
    Adjuster.Found found = found(history, LONG_AGO);
    assertThat(found.made()).isZero();
    assertThat(found.adjustment()).isSameAs(Adjustment.NONE);
  }
}
