package org.skywatt.features.tier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.skywatt.core.run.InputTier;
import org.skywatt.core.run.StaleInput;
import org.skywatt.core.sample.GenerationFlag;
import org.skywatt.core.time.Interval;
import org.skywatt.core.variable.Variable;
import org.skywatt.features.view.Examples;

class InputTiersTest {
  private static final Instant NOON = Instant.parse("2026-06-10T12:00:00Z");
  private static final Instant MIDNIGHT = Instant.parse("2026-06-10T00:00:00Z");

  private static Interval hourAfter(Instant issue) {
    return Interval.endingAt(issue.plus(Examples.HOUR), Examples.HOUR);
  }

  private static Examples withNwp(Examples examples, Instant issue) {
    return examples.nwp(issue.minusSeconds(6 * 3600), hourAfter(issue).end());
  }

  private static InputTier tier(Examples examples, Instant issue) {
    return InputTiers.of(examples.at(issue), hourAfter(issue));
  }

  @Test
  void everyRungIsReachedByTakingInputsAway() {
    Examples all = withNwp(Examples.solar(), NOON).scan(NOON).reading(NOON, 500);
    assertThat(tier(all, NOON)).isEqualTo(InputTier.FULL);
    assertThat(InputTiers.stale(all.at(NOON), hourAfter(NOON))).isEmpty();
    assertThat(tier(withNwp(Examples.solar(), NOON).reading(NOON, 500), NOON))
        .isEqualTo(InputTier.NO_SATELLITE);
    assertThat(tier(Examples.solar().scan(NOON).reading(NOON, 500), NOON))
        .isEqualTo(InputTier.NO_NWP);
    assertThat(tier(Examples.solar().reading(NOON, 500), NOON))
        .isEqualTo(InputTier.SMART_PERSISTENCE);
    assertThat(tier(Examples.solar(), NOON)).isEqualTo(InputTier.CLIMATOLOGY);
    assertThat(InputTiers.stale(Examples.solar().at(NOON), hourAfter(NOON)))
        .containsExactlyInAnyOrder(StaleInput.values());
  }

  @Test
  void aWindSiteNeedsNoSatellite() {
    Examples all = withNwp(Examples.wind(), NOON).reading(NOON, 500);
    assertThat(tier(all, NOON)).isEqualTo(InputTier.FULL);
    assertThat(InputTiers.stale(all.at(NOON), hourAfter(NOON))).isEmpty();
    assertThat(tier(Examples.wind().scan(NOON).reading(NOON, 500), NOON))
        .isEqualTo(InputTier.SMART_PERSISTENCE);
    assertThat(tier(Examples.wind().scan(NOON), NOON)).isEqualTo(InputTier.CLIMATOLOGY);
  }

  @Test
  void aRunWithoutWhatThePlantLivesOnIsNone() {
    Instant init = NOON.minusSeconds(6 * 3600);
    Instant end = hourAfter(NOON).end();
    Examples blind = Examples.solar().nwp(init, end, Variable.GHI).scan(NOON).reading(NOON, 500);
    assertThat(tier(blind, NOON)).isEqualTo(InputTier.NO_NWP);
    assertThat(InputTiers.stale(blind.at(NOON), hourAfter(NOON))).containsExactly(StaleInput.NWP);
    assertThat(tier(Examples.solar().nwp(init, end, Variable.SNOW_DEPTH).scan(NOON), NOON))
        .isEqualTo(InputTier.FULL);
    assertThat(tier(Examples.wind().nwp(init, end, Variable.GHI, Variable.WIND_U_100M), NOON))
        .isEqualTo(InputTier.FULL); // the wind at 10 m is left
    Examples calm =
        Examples.wind().nwp(init, end, Variable.WIND_V_100M, Variable.WIND_U_10M).reading(NOON, 9);
    assertThat(tier(calm, NOON)).isEqualTo(InputTier.SMART_PERSISTENCE);
  }

  @Test
  void betweenTheStepsOfAModelItIsNotMissed() {
    Examples hourly =
        withNwp(Examples.solar(), NOON).nwp(NOON.minusSeconds(6 * 3600), NOON).scan(NOON);
    Interval quarter = Interval.endingAt(NOON.plusSeconds(900), Duration.ofMinutes(15));
    assertThat(InputTiers.of(hourly.at(NOON), quarter)).isEqualTo(InputTier.FULL);
  }

  @Test
  void inTheDarkNoScanIsMissedButNoneHelps() {
    Examples dark = withNwp(Examples.solar(), MIDNIGHT).reading(MIDNIGHT, 0);
    assertThat(tier(dark, MIDNIGHT)).isEqualTo(InputTier.FULL);
    assertThat(InputTiers.stale(dark.at(MIDNIGHT), hourAfter(MIDNIGHT))).isEmpty();
    assertThat(tier(Examples.solar().reading(MIDNIGHT, 0), MIDNIGHT))
        .isEqualTo(InputTier.SMART_PERSISTENCE);
    assertThat(tier(Examples.solar(), MIDNIGHT)).isEqualTo(InputTier.CLIMATOLOGY);
  }

  @Test
  void scansAndReadingsGrowOld() {
    Examples atTheLimit =
        withNwp(Examples.solar(), NOON)
            .scan(NOON.minus(InputTiers.OLDEST_SCAN))
            .reading(NOON.minus(InputTiers.OLDEST_READING), 500);
    assertThat(InputTiers.stale(atTheLimit.at(NOON), hourAfter(NOON))).isEmpty();
    Examples beyond =
        withNwp(Examples.solar(), NOON)
            .scan(NOON.minus(InputTiers.OLDEST_SCAN).minusSeconds(1))
            .reading(NOON.minus(InputTiers.OLDEST_READING).minus(Examples.HOUR), 500);
    assertThat(InputTiers.stale(beyond.at(NOON), hourAfter(NOON)))
        .containsExactlyInAnyOrder(StaleInput.SATELLITE, StaleInput.GENERATION);
  }

  @Test
  void aReadingOfAnOutageIsNone() {
    assertThat(tier(Examples.solar().reading(NOON, 0, GenerationFlag.OUTAGE), NOON))
        .isEqualTo(InputTier.CLIMATOLOGY);
    assertThat(tier(Examples.solar().reading(NOON, -1, GenerationFlag.NEGATIVE), NOON))
        .isEqualTo(InputTier.SMART_PERSISTENCE);
  }
}
