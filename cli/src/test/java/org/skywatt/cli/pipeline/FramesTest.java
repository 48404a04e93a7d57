package org.skywatt.cli.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.skywatt.cli.DataHome;
import org.skywatt.cli.Sessions;
import org.skywatt.core.sample.CloudOutlook;
import org.skywatt.core.table.Namespace;
import org.skywatt.core.table.Table;
import org.skywatt.ingest.job.Warehouse;

/** Satellite images into the table by the command, over days: each test goes on with the last. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FramesTest {
  private static final Instant FIRST = Instant.parse("2026-06-01T11:30:00Z");
  private static final Duration STEP = Duration.ofMinutes(15);
  private static final int FRAMES_A_DAY = 4;
  private static final double LATITUDE = 29;
  private static final double LONGITUDE = 0;

  @TempDir private static Path root;
  private static DataHome home;
  private static Path images;

  @BeforeAll
  static void start() throws IOException {
    home = DataHome.open(root.resolve("home"));
    images = Files.createDirectories(root.resolve("images"));
    Path sites =
        Files.writeString(
            root.resolve("sites.csv"),
            "id,name,organisation,technology,latitude,longitude,elevation_m,capacity_kw,"
                + "dc_capacity_kw,tilt_deg,azimuth_deg\n"
                + "roof,Roof,demo,solar,29,0,100,1000,1200,30,180\n"
                + "far,Far,demo,solar,29,3.2,100,1000,1200,30,180\n");
    Command.succeed(
        "ingest", "sites", sites, "--known-since", "2026-01-01T00:00:00Z", "--dir", home.folder());
  }

  private static Instant time(int day, int frame) {
    return FIRST.plus(Duration.ofDays(day)).plus(STEP.multipliedBy(frame));
  }

  private static Path file(Instant time) {
    return images.resolve("image_" + time.toString().replace(":", "") + ".nc");
  }

  private static Command.Outcome ingest() {
    return Command.run(
        "ingest",
        "satellite",
        images,
        "--source",
        "made-up",
        "--visible",
        "vis",
        "--every",
        "15m",
        "--files",
        "*.nc",
        "--dir",
        home.folder());
  }

  private static List<Row> rows() throws IOException {
    try (SparkSession spark = Sessions.open(home)) {
      return new ArrayList<>(
          new Warehouse(spark, Namespace.LIVE)
              .read(Table.SATELLITE_SAMPLES)
              .filter("site_id = 'roof'")
              .orderBy("scan_time", "available_at")
              .collectAsList());
    }
  }

  private static void writeDay(int day) throws IOException {
    for (int frame = 0; frame < FRAMES_A_DAY; frame++) {
      SkyImages.write(file(time(day, frame)), time(day, frame), time(day, frame));
    }
  }

  @Test
  @Order(1)
  void theGroundIsLearnedFirstAndThatIsSaid() throws IOException {
    for (int day = 0; day < 5; day++) {
      writeDay(day);
    }
    Command.Outcome outcome = ingest();
    assertThat(outcome.exitCode()).as(outcome.out()).isZero();
    assertThat(outcome.out())
        .contains("20 files taken", "0 rows kept", "fewer than five days are kept");
    assertThat(rows()).isEmpty();
  }

  @Test
  @Order(2)
  void thenTheCloudIndexIsThatOfTheSky() throws IOException {
    for (int day = 5; day < 9; day++) {
      writeDay(day);
    }
    Command.Outcome outcome = ingest();
    assertThat(outcome.out()).contains("16 files taken, 20 already known");
    List<Row> rows = rows();
    assertThat(rows).hasSize(16);
    double error = 0;
    for (Row row : rows) {
      Instant scan = row.getAs("scan_time");
      assertThat(row.<Instant>getAs("available_at")).isEqualTo(scan.plus(Duration.ofMinutes(10)));
      error +=
          Math.abs(
              row.<Float>getAs("cloud_index") - SkyImages.cloudIndex(LATITUDE, LONGITUDE, scan));
    }
    assertThat(error / rows.size()).isLessThan(0.1);
  }

  @Test
  @Order(3)
  void theMotionIsThatOfTheWindAndCarriesTheCloudsOn() throws IOException {
    double still = 0;
    double moved = 0;
    for (Row row : rows()) {
      Instant scan = row.getAs("scan_time");
      if (scan.equals(time((int) Duration.between(FIRST, scan).toDays(), FRAMES_A_DAY - 1))) {
        assertThat(row.<Float>getAs("motion_east_ms"))
            .isCloseTo((float) SkyImages.EAST_MS, within(2.5f));
        assertThat(row.<Float>getAs("motion_north_ms")).isCloseTo(0, within(2.5f));
        List<Float> outlook = row.getList(row.fieldIndex("outlook"));
        assertThat(outlook).hasSize(CloudOutlook.LEADS);
        double then = SkyImages.cloudIndex(LATITUDE, LONGITUDE, scan.plus(STEP.multipliedBy(4)));
        still += Math.abs(row.<Float>getAs("cloud_index") - then);
        moved += Math.abs(outlook.get(3) - then);
      }
    }
    assertThat(moved).isLessThan(0.5 * still);
  }

  @Test
  @Order(4)
  void theSameFilesTwiceChangeNothing() throws IOException {
    List<String> before = rows().stream().map(Row::toString).toList();
    assertThat(ingest().out()).contains("0 files taken, 36 already known", "0 rows kept");
    assertThat(rows().stream().map(Row::toString)).isEqualTo(before);
  }

  /** A provider that sends the last image again, and half an image of noise. */
  @Test
  @Order(5)
  void whatCannotBeTrustedGivesNoRowsAndPoisonsNothing() throws IOException {
    int before = rows().size();
    SkyImages.write(file(time(9, 0)), time(9, 0), time(9, 0));
    SkyImages.write(file(time(9, 1)), time(9, 0), time(9, 1)); // the same picture again
    SkyImages.write(file(time(9, 2)), time(9, 2), time(9, 2));
    Files.write(file(time(9, 2)), Arrays.copyOf(Files.readAllBytes(file(time(9, 2))), 40_000));
    SkyImages.write(file(time(9, 3)), time(9, 3), time(9, 3));
    Command.Outcome outcome = ingest();
    assertThat(outcome.exitCode()).as(outcome.out()).isEqualTo(1);
    assertThat(outcome.out())
        .contains(
            "3 files taken, 36 already known, 1 unreadable",
            "4 rows kept, 1 refused",
            "REPEATED",
            "is not used");
    List<Row> rows = rows();
    assertThat(rows).hasSize(before + 2);
    Row last = rows.get(rows.size() - 1);
    assertThat(last.<Float>getAs("cloud_index").doubleValue())
        .isCloseTo(SkyImages.cloudIndex(LATITUDE, LONGITUDE, time(9, 3)), within(0.25));
    assertThat(home.quarantine()).isDirectoryContaining("glob:**" + file(time(9, 2)).getFileName());
  }

  /** An image that came too late for its own day still serves those after it, and only those. */
  @Test
  @Order(6)
  void aLateImageAddsItsOwnRowOnly() throws IOException {
    List<String> before = rows().stream().map(Row::toString).toList();
    Files.delete(file(time(9, 2)));
    SkyImages.write(file(time(9, 2)), time(9, 2), time(9, 2));
    assertThat(ingest().out()).contains("1 files taken", "2 rows kept");
    List<String> after = rows().stream().map(Row::toString).toList();
    assertThat(after).hasSize(before.size() + 1).containsAll(before);
  }
}
