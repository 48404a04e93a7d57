package org.skywatt.features.tier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.skywatt.core.run.InputTier;
import org.skywatt.core.run.StaleInput;
import org.skywatt.core.sample.GenerationFlag;
import org.skywatt.core.time.Interval;
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
