package org.skywatt.features.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.skywatt.core.site.Location;
import org.skywatt.core.site.Mount;
import org.skywatt.core.site.Site;
import org.skywatt.core.site.SiteId;
import org.skywatt.core.site.SolarSite;
import org.skywatt.core.site.WindSite;
import org.skywatt.features.plan.Issue;
import org.skywatt.features.schema.FeatureColumns;
import org.skywatt.features.schema.FeatureRows;
import org.skywatt.features.schema.FeatureSchema;
import org.skywatt.features.schema.Schemas;

/** Rows that reuse what cannot have changed, and columns, beside rows that are computed anew. */
class FeatureRowsTest {
  private static final Location PLACE = new Location(29, 1, 100);
  private static final Site SOLAR =
      new SolarSite(new SiteId("a"), "A", "demo", PLACE, 5000, 6000, new Mount.Fixed(30, 180));
  private static final Site WIND =
      new WindSite(new SiteId("a"), "A", "demo", PLACE, 9000, 80, 90, "V90");

  /** Issues in any order, not only the usual one; views may come again. */
  @Property(tries = 8)
  void areTheSameToTheBit(@ForAll long seed, @ForAll boolean solar) {
    Random random = new Random(seed);
    Records records = Records.random(solar ? SOLAR : WIND, random);
    SiteHistory history = records.history();
    List<FeatureSchema> schemas =
        solar
            ? List.of(Schemas.SOLAR, Schemas.GEFCOM2014_SOLAR)
            : List.of(Schemas.WIND, Schemas.GEFCOM2014_WIND);
    for (FeatureSchema schema : schemas) {
      FeatureRows rows = new FeatureRows(schema);
      for (int i = 0; i < 30; i++) {
        Instant time = Records.START.plus(Duration.ofMinutes(20L * random.nextInt(200)));
        Duration length = Duration.ofMinutes(random.nextInt(4) == 0 ? 30 : 60);
        Issue issue = new Issue(time.truncatedTo(java.time.temporal.ChronoUnit.HOURS), length, 12);
        SiteView view = history.at(time);
        FeatureColumns columns = rows.of(view, issue);
        SiteHistory fresh = records.history();
        for (int step = 0; step < issue.steps(); step++) {
          float[] anew = schema.row(fresh.at(time), issue.interval(step));
          String row = schema.name() + " at " + time + ", step " + step;
          assertThat(columns.row(step)).as(row).containsExactly(anew);
          assertThat(rows.row(view, issue.interval(step))).as(row).containsExactly(anew);
          assertThat((Float) columns.get(3, step)).as(row).isEqualTo((Float) anew[3]);
        }
      }
    }
  }
}
