package org.skywatt.cli.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skywatt.cli.DataHome;
import org.skywatt.cli.Sessions;
import org.skywatt.core.run.RunFile;
import org.skywatt.core.site.Location;
import org.skywatt.core.site.Mount;
import org.skywatt.core.site.SiteId;
import org.skywatt.core.site.SolarSite;
import org.skywatt.core.table.Namespace;
import org.skywatt.core.table.Table;
import org.skywatt.core.time.Interval;
import org.skywatt.features.view.SiteSun;
import org.skywatt.ingest.job.Warehouse;

/**
 * A plant that lost half of itself: found in its readings, and the next forecast is of the rest.
 */
class CapacityTest {
  private static final Instant FROM = Instant.parse("2026-03-01T00:00:00Z");
  private static final int DAYS = 120;
  private static final Duration HOUR = Duration.ofHours(1);
  private static final SiteSun SUN =
      new SiteSun(
          new SolarSite(
              new SiteId("roof"),
              "Roof",
              "demo",
              new Location(29, 0, 100),
              1000,
              1200,
              new Mount.Fixed(30, 180)));
  private static final int LOST_ON_DAY = 60;

  @TempDir private Path root;

  @Test
  void aLostHalfIsFoundAndForecastsAreOfTheRest() throws IOException {
    DataHome home = DataHome.open(root.resolve("home"));
    Path sites =
        Files.writeString(
            root.resolve("sites.csv"),
            "id,name,organisation,technology,latitude,longitude,elevation_m,capacity_kw,"
                + "dc_capacity_kw,tilt_deg,azimuth_deg\n"
                + "roof,Roof,demo,solar,29,0,100,1000,1200,30,180\n");
    run(home, "ingest", "sites", sites, "--known-since", "2026-01-01T00:00:00Z");
    run(home, "ingest", "generation", readings());
    Instant asOf = FROM.plus(Duration.ofDays(DAYS));
    String found = run(home, "ingest", "capacity", "--as-of", asOf).out();
    assertThat(found).contains("roof from 2026-0", "1 new changes of capacity");
    assertThat(run(home, "ingest", "capacity", "--as-of", asOf.plusSeconds(3600)).out())
        .contains("0 new changes of capacity");
    try (SparkSession spark = Sessions.open(home)) {
      Row change = new Warehouse(spark, Namespace.LIVE).read(Table.CAPACITY_CHANGES).first();
      assertThat(change.<Double>getAs("level")).isCloseTo(0.5, within(0.1));
      Instant lost = FROM.plus(Duration.ofDays(LOST_ON_DAY));
      assertThat(Duration.between(lost, change.<Instant>getAs("effective_from")).abs())
          .isLessThan(Duration.ofDays(12));
    }
    assertThat(capacityKw(home, asOf.minusSeconds(3600))).isEqualTo(1000);
    assertThat(capacityKw(home, asOf.plusSeconds(3600))).isCloseTo(500, within(100.0));
  }

  private static Command.Outcome run(DataHome home, Object... words) {
    Object[] all = new Object[words.length + 2];
    System.arraycopy(words, 0, all, 0, words.length);
    all[words.length] = "--dir";
    all[words.length + 1] = home.folder();
    Command.Outcome outcome = Command.run(all);
    assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isZero();
    return outcome;
  }

  private static double capacityKw(DataHome home, Instant issueTime) throws IOException {
    run(home, "forecast", "--as-of", issueTime);
    try (var runs = Files.list(home.published().resolve("runs"))) {
      Path newest =
          runs.filter(f -> f.toString().endsWith(".arrow")).max(Path::compareTo).orElseThrow();
      try (RunFile run = RunFile.open(newest)) {
        return run.find(new SiteId("roof")).orElseThrow().site().capacityKw();
      }
    }
  }

  /** Clear days and cloudy ones, by the clear sky on the modules. */
  private Path readings() throws IOException {
    StringBuilder csv = new StringBuilder("site_id,start,end,power_kw\n");
    for (int hour = 0; hour < 24 * DAYS; hour++) {
      Instant start = FROM.plus(Duration.ofHours(hour));
      double sky = hour / 24 % 4 == 1 ? 0.4 : 0.95;
      double power =
          sky
              * Math.min(
                  1000, SUN.over(Interval.endingAt(start.plus(HOUR), HOUR)).clearSkyPlaneWm2());
      double left = hour < 24 * LOST_ON_DAY ? power : power / 2;
      csv.append("roof,").append(start).append(',').append(start.plus(Duration.ofHours(1)));
      csv.append(',').append(left).append('\n');
    }
    return Files.writeString(root.resolve("readings.csv"), csv);
  }
}
