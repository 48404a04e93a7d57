package org.skywatt.features.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.skywatt.core.run.StaleInput;
import org.skywatt.core.site.Location;
import org.skywatt.core.site.Mount;
import org.skywatt.core.site.Site;
import org.skywatt.core.site.SiteId;
import org.skywatt.core.site.SolarSite;
import org.skywatt.core.site.WindSite;
import org.skywatt.core.time.Interval;
import org.skywatt.features.plan.Issue;
import org.skywatt.features.schema.FeatureSchema;
import org.skywatt.features.schema.Schemas;
import org.skywatt.features.tier.InputTiers;

/** The as-of law: what became available after the issue time changes no bit of any feature. */
class LeakageTest {
  private static final Location PLACE = new Location(29, 1, 100);
  private static final Site SOLAR =
      new SolarSite(new SiteId("a"), "A", "demo", PLACE, 5000, 6000, new Mount.Fixed(30, 180));
  private static final Site WIND =
      new WindSite(new SiteId("a"), "A", "demo", PLACE, 9000, 80, 90, "V90");

  private static FeatureSchema[] schemas(Site site) {
    return site instanceof SolarSite
        ? new FeatureSchema[] {Schemas.SOLAR, Schemas.GEFCOM2014_SOLAR}
        : new FeatureSchema[] {Schemas.WIND, Schemas.GEFCOM2014_WIND};
  }

  /** Rows of the day after {@code issue}, by what is known at {@code knownAt}, bit by bit. */
  private static List<Integer> bits(
      SiteHistory history, FeatureSchema schema, Instant knownAt, Issue issue) {
    SiteView view = history.at(knownAt);
    List<Integer> bits = new ArrayList<>();
    for (int step = 0; step < issue.steps(); step++) {
      for (float value : schema.row(view, issue.interval(step))) {
        bits.add(Float.floatToRawIntBits(value));
      }
    }
    return bits;
  }

  private static Set<StaleInput> stale(SiteHistory history, Issue issue) {
    Set<StaleInput> stale = EnumSet.noneOf(StaleInput.class);
    for (int step = 0; step < issue.steps(); step++) {
      Interval interval = issue.interval(step);
      stale.addAll(InputTiers.stale(history.at(issue.issueTime()), interval));
    }
    return stale;
  }

  @Property(tries = 25)
  void nothingLaterChangesAnyRow(
      @ForAll long seed, @ForAll boolean solar, @ForAll @IntRange(min = 24, max = 72) int hour) {
    Random random = new Random(seed);
    Site site = solar ? SOLAR : WIND;
    Instant issueTime = Records.START.plusSeconds(3600L * hour);
    Issue issue = new Issue(issueTime, Duration.ofHours(1), 24);
    Records records = Records.random(site, random);
    Records changed = records.changedAfter(issueTime, random);
    SiteHistory before = records.history();
    SiteHistory after = changed.history();
    Instant later = issueTime.plus(Duration.ofHours(11));
    for (FeatureSchema schema : schemas(site)) {
      assertThat(bits(after, schema, issueTime, issue))
          .as(schema.name())
          .isEqualTo(bits(before, schema, issueTime, issue));
      // The changes do matter, once they are known: this test can fail.
      assertThat(bits(after, schema, later, issue))
          .as(schema.name() + ", later")
          .isNotEqualTo(bits(before, schema, later, issue));
    }
    assertThat(stale(after, issue)).isEqualTo(stale(before, issue));
  }

  @Property(tries = 10)
  void theOrderOfTheRecordsNeverMatters(@ForAll long seed, @ForAll boolean solar) {
    Random random = new Random(seed);
    Site site = solar ? SOLAR : WIND;
    Instant issueTime = Records.START.plus(Duration.ofHours(58));
    Issue issue = new Issue(issueTime, Duration.ofHours(1), 24);
    Records records = Records.random(site, random).changedAfter(issueTime.minusSeconds(60), random);
    Records shuffled =
        new Records(
            site,
            shuffled(records.nwp(), random),
            records.neighbours().stream().map(samples -> shuffled(samples, random)).toList(),
            shuffled(records.generation(), random),
            shuffled(records.satellite(), random),
            shuffled(records.changes(), random));
    for (FeatureSchema schema : schemas(site)) {
      assertThat(bits(shuffled.history(), schema, issueTime, issue))
          .as(schema.name())
          .isEqualTo(bits(records.history(), schema, issueTime, issue));
    }
  }

  private static <T> List<T> shuffled(List<T> records, Random random) {
    List<T> shuffled = new ArrayList<>(records);
    Collections.shuffle(shuffled, random);
    return shuffled;
  }
}
