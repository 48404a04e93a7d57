package org.skywatt.features.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.skywatt.core.sample.CapacityChange;
import org.skywatt.core.sample.GenerationSample;
import org.skywatt.core.site.Location;
import org.skywatt.core.site.Site;
import org.skywatt.core.site.SiteId;
import org.skywatt.core.site.WindSite;
import org.skywatt.core.time.AsOf;

class EffectiveCapacityTest {
  private static final Instant LOST = Instant.parse("2026-03-01T00:00:00Z");
  private static final Instant FOUND = LOST.plus(Duration.ofDays(30));
  private static final Duration HOUR = Duration.ofHours(1);

  private static CapacityChange change(Instant from, Instant known, double level) {
    return new CapacityChange("a", from, known, level, 0.95, "a string is lost");
  }

  private static final EffectiveCapacity PLANT =
      new EffectiveCapacity(
          100,
          List.of(
              change(LOST, FOUND, 0.5),
              change(LOST, FOUND.plus(Duration.ofDays(10)), 0.4),
              change(LOST.plus(Duration.ofDays(90)), FOUND.plus(Duration.ofDays(90)), 0.9)));

  private static double kw(Instant end, Instant issue) {
    return PLANT.kw(end, AsOf.micros(issue));
  }

  @Test
  void beforeAChangeIsKnownItIsNotSeen() {
    assertThat(kw(FOUND, FOUND.minusMillis(1))).isEqualTo(100);
    assertThat(kw(FOUND, FOUND)).isEqualTo(50);
  }

  @Test
  void theIntervalThatEndsAtTheDateIsOfBefore() {
    assertThat(kw(LOST, FOUND)).isEqualTo(100);
    assertThat(kw(LOST.plus(HOUR), FOUND)).isEqualTo(50);
  }

  @Test
  void aLaterVersionOfAChangeReplacesIt() {
    assertThat(kw(FOUND, FOUND.plus(Duration.ofDays(10)))).isEqualTo(40);
  }

  @Test
  void aRepairGivesMoreAgain() {
    Instant end = LOST.plus(Duration.ofDays(91));
    assertThat(kw(end, FOUND.plus(Duration.ofDays(90)))).isEqualTo(90);
    assertThat(kw(end, FOUND.plus(Duration.ofDays(89)))).isEqualTo(40);
  }

  @Test
  void fractionsAreOfWhatThePlantCouldGiveThen() {
    Instant end = FOUND.plus(HOUR);
    Site site =
        new WindSite(new SiteId("a"), "A", "demo", new Location(29, 0, 100), 1000, 80, 90, "V90");
    GenerationSample reading =
        new GenerationSample(
            site.id().value(), end.minus(HOUR), end, end, site.capacityKw() / 4, 0);
    CapacityChange half =
        new CapacityChange(site.id().value(), LOST, FOUND, 0.5, 1, "a string is lost");
    SiteHistory history =
        new SiteHistory(
            site,
            List.of(),
            List.of(),
            List.of(reading),
            List.of(),
            List.of(),
            List.of(half),
            (weather, step) -> Double.NaN);
    assertThat(history.at(end).generation().fraction(end)).isEqualTo(0.5);
  }
}
