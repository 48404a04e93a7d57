package org.skywatt.cli.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.skywatt.models.bundle.Card;
import org.skywatt.models.score.DayBootstrap;
import org.skywatt.models.score.LeadScore;

class DriftTest {
  /** A card that says 5% of capacity. */
  private static Card card() {
    LeadScore score = new LeadScore(null, 1000, 0.07, 0.1, 0.025, 0.05, 0.8, 0.5, 0.4);
    return new Card(
        "wind-20260601t000000z",
        "wind",
        "wind",
        "2026-06-01T00:00:00Z",
        "2026-01-01T00:00:00Z",
        Map.of(),
        List.of("a"),
        1,
        1,
        1,
        new Card.Validation("2026-05-01T00:00:00Z", score, List.of()),
        1,
        "modelled",
        1,
        "none",
        true,
        "full",
        1,
        1,
        null,
        null,
        null);
  }

  @Test
  void aModelHasDriftedWhereItIsSurelyWorse() {
    Drift drift = new Drift(card(), new DayBootstrap(0.06, 9, 0.051, 0.07));
    assertThat(drift.isSure()).isTrue();
    assertThat(drift)
        .hasToString(
            "wind-20260601t000000z has drifted: CRPS 6.00% of capacity (5.10 to 7.00) over 9 days"
                + " since, 5.00% on its card");
  }

  @Test
  void chanceAndTooFewDaysAreNoDrift() {
    assertThat(new Drift(card(), new DayBootstrap(0.06, 9, 0.049, 0.07)).isSure()).isFalse();
    assertThat(new Drift(card(), new DayBootstrap(0.04, 9, 0.03, 0.045)).isSure()).isFalse();
    Drift few = new Drift(card(), new DayBootstrap(0.09, 4, 0.08, 0.1));
    assertThat(few.isSure()).isFalse();
    assertThat(few.toString()).contains("4 days since it was fitted are too few");
    assertThat(new Drift(card(), null).isSure()).isFalse();
    assertThat(new Drift(card(), null).toString()).contains(" 0 days since");
  }
}
