package org.skywatt.models.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.skywatt.core.sample.GenerationSample;
import org.skywatt.core.sample.NwpSample;
import org.skywatt.core.site.Location;
import org.skywatt.core.site.Site;
import org.skywatt.core.site.SiteId;
import org.skywatt.core.site.WindSite;
import org.skywatt.core.variable.Variable;
import org.skywatt.features.plan.Issue;
import org.skywatt.features.schema.Schemas;
import org.skywatt.features.view.SiteHistory;
import org.skywatt.models.train.TrainingRow;

class SiteBacktestTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Instant FIRST = Instant.parse("2017-01-01T00:00:00Z");
  private static final Site SITE =
      new WindSite(new SiteId("a"), "A", "test", new Location(55, 8, 0), 1000, 70, 80, "V80");

  /** Rows of two days whose power is {@code later} from the second day on. */
  private static List<TrainingRow> rows(double later, Instant fitUntil) {
    List<NwpSample> nwp = new ArrayList<>();
    List<GenerationSample> generation = new ArrayList<>();
    for (int hour = 0; hour < 48; hour++) {
      Instant start = FIRST.plus(HOUR.multipliedBy(hour));
      Instant run = FIRST.plus(Duration.ofDays(hour / 24));
      float[] values = new float[Variable.COUNT];
      Arrays.fill(values, hour);
      nwp.add(new NwpSample("a", "test", 0, run, start.plus(HOUR), run, values));
      double power = hour < 24 ? 500 : later;
      generation.add(
          new GenerationSample("a", start, start.plus(HOUR), start.plus(HOUR), power, 0));
    }
    SiteHistory history = new SiteHistory(SITE, nwp, List.of(), generation, List.of(), List.of());
    List<Issue> issues =
        List.of(new Issue(FIRST, HOUR, 24), new Issue(FIRST.plus(Duration.ofDays(1)), HOUR, 24));
    return new SiteBacktest(history, Schemas.WIND, generation).rows(issues, fitUntil);
  }

  @Test
  void nothingLaterThanTheOriginIsLearnedFromOrSeen() {
    Instant origin = FIRST.plus(Duration.ofDays(1));
    List<TrainingRow> rows = rows(800, origin);
    List<TrainingRow> changed = rows(100, origin);
    assertThat(rows).hasSize(48);
    for (int i = 0; i < 48; i++) {
      assertThat(rows.get(i).features()).isEqualTo(changed.get(i).features());
      assertThat(rows.get(i).label()).isEqualTo(Double.valueOf(i < 24 ? 0.5 : Double.NaN));
      assertThat(rows.get(i).truth()).isEqualTo(i < 24 ? 0.5 : 0.8);
    }
    assertThat(rows(800, FIRST.plus(Duration.ofDays(2))).get(47).label()).isEqualTo(0.8);
  }
}
