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
import org.skywatt.core.site.SiteId;
import org.skywatt.core.table.Namespace;
import org.skywatt.core.table.Table;
import org.skywatt.ingest.job.Warehouse;

/**
 * A plant that lost half of itself: found in its readings, and the next forecast is of the rest.
 */
class CapacityTest {
  private static final Instant FROM = Instant.parse("2026-03-01T00:00:00Z");
  private static final int DAYS = 120;
  private static final int LOST_ON_DAY = 60;

  @TempDir private Path root;

  @Test
  void aLostHalfIsFoundAndForecastsAreOfTheRest() throws IOException {
    DataHome home = DataHome.open(root.resolve("home"));
    Path sites =
        Files.writeString(
            root.resolve("sites.csv"),
            "id,name,organisation,technology,latitude,longitude,elevation_m,capacity_kw,"
                + "hub_height_m,rotor_diameter_m,turbine\n"
                + "ridge,Ridge,demo,wind,29,0,100,1000,80,90,V90\n");
    run(home, "ingest", "sites", sites, "--known-since", "2026-01-01T00:00:00Z");
    run(home, "ingest", "generation", readings());
    Instant asOf = FROM.plus(Duration.ofDays(DAYS));
    String found = run(home, "ingest", "capacity", "--as-of", asOf).out();
    assertThat(found).contains("ridge from 2026-0", "1 new changes of capacity");
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
        return run.find(new SiteId("ridge")).orElseThrow().site().capacityKw();
      }
    }
  }

  /** Wind that comes and goes; full power now and then. */
  private Path readings() throws IOException {
    StringBuilder csv = new StringBuilder("site_id,start,end,power_kw\n");
    for (int hour = 0; hour < 24 * DAYS; hour++) {
      Instant start = FROM.plus(Duration.ofHours(hour));
      double wind = 0.5 + 0.5 * Math.sin(hour / 9.0) * Math.sin(hour / 31.0 + 1);
      double power = 950 * Math.max(0, Math.min(1, 1.3 * wind));
      double left = hour < 24 * LOST_ON_DAY ? power : power / 2;
      csv.append("ridge,").append(start).append(',').append(start.plus(Duration.ofHours(1)));
      csv.append(',').append(left).append('\n');
    }
    return Files.writeString(root.resolve("readings.csv"), csv);
  }
}
