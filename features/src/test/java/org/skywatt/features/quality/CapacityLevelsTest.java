package org.skywatt.features.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.skywatt.core.sample.CapacityChange;
import org.skywatt.core.site.Mount;
import org.skywatt.core.site.SiteId;
import org.skywatt.core.site.SolarSite;

class CapacityLevelsTest {
  private static final int LOST_ON_DAY = 300;
  private static final Instant KNOWN = Instant.parse("2024-01-01T00:00:00Z");

  private static List<CapacityChange> find(double leastConfidence, double left) {
    SimulatedPlant plant = new SimulatedPlant(3, 48, 9, 540, 3600);
    double[] power = plant.power.clone();
    for (int i = LOST_ON_DAY * 24; i < power.length; i++) {
      power[i] *= left;
    }
    SolarSite site =
        new SolarSite(
            new SiteId("roof"),
            "Roof",
            "demo",
            plant.location,
            100,
            100,
            new Mount.Fixed(plant.plane.tiltDeg(), plant.plane.azimuthDeg()));
    return CapacityLevels.find(
        new PowerSeries(plant.starts, power, plant.step), site, KNOWN, leastConfidence);
  }

  @Test
  void aLostHalfBecomesADatedLevel() {
    List<CapacityChange> found = find(0.9, 0.5);
    assertThat(found).hasSize(1);
    CapacityChange change = found.get(0);
    assertThat(change.level()).isCloseTo(0.5, within(0.06));
    Instant lost = Instant.ofEpochSecond(SimulatedPlant.START).plus(Duration.ofDays(LOST_ON_DAY));
    assertThat(Duration.between(lost, change.effectiveFrom()).abs()).isLessThan(Duration.ofDays(6));
    assertThat(change.availableAt()).isEqualTo(KNOWN);
    assertThat(change.siteId()).isEqualTo("roof");
  }

  /** Which of the two its stated capacity is of cannot be told. */
  @Test
  void aGainIsNoLevel() {
    assertThat(find(0.9, 1.8)).isEmpty();
  }

  @Test
  void aHealthyPlantHasNone() {
    assertThat(find(0.9, 1)).isEmpty();
  }

  @Test
  void whatIsNotSureEnoughIsLeftOut() {
    assertThat(find(1, 0.5)).allMatch(change -> change.confidence() >= 1);
  }

  @Test
  void whatIsKnownAboutIsNoNews() {
    List<CapacityChange> found = find(0.9, 0.5);
    CapacityChange known = found.get(0);
    CapacityChange near =
        new CapacityChange(
            known.siteId(),
            known.effectiveFrom().plus(Duration.ofDays(5)),
            KNOWN.plusSeconds(1),
            known.level() + 0.03,
            0.99,
            "again");
    CapacityChange other =
        new CapacityChange(
            known.siteId(), known.effectiveFrom(), KNOWN, 0.9, 0.99, "another level");
    assertThat(CapacityLevels.news(List.of(near, other), found)).containsExactly(other);
    CapacityChange stated =
        new CapacityChange(known.siteId(), known.effectiveFrom(), KNOWN, 0.7, 1, "stated");
    assertThat(CapacityLevels.news(List.of(other), List.of(stated))).isEmpty();
  }
}
