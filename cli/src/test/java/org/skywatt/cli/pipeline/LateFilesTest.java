package org.skywatt.cli.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skywatt.cli.DataHome;
import org.skywatt.cli.Sessions;
import org.skywatt.core.field.FieldsFile;
import org.skywatt.core.grid.LatLonGrid;
import org.skywatt.core.site.Location;
import org.skywatt.core.site.Site;
import org.skywatt.core.table.Namespace;
import org.skywatt.core.table.Table;
import org.skywatt.core.variable.Variable;
import org.skywatt.ingest.csv.SitesCsvReader;
import org.skywatt.ingest.field.StepType;
import org.skywatt.ingest.grib.Grib2Writer;
import org.skywatt.ingest.grib.GribLevel;
import org.skywatt.ingest.grib.GribParameter;
import org.skywatt.ingest.grib.GribProduct;
import org.skywatt.ingest.grib.GribReader;
import org.skywatt.ingest.job.IngestReport;
import org.skywatt.ingest.job.Maintenance;
import org.skywatt.ingest.nwp.NwpSource;
import org.skywatt.ingest.nwp.SamplingOptions;
import org.skywatt.ingest.sampling.Method;
import org.skywatt.ingest.simulated.SimulatedWorld;

/**
 * A run that comes in pieces: in any order, twice, corrected, with a gap that is filled later. In
 * the end the table says what one ingest of the whole run says, and what it said at any earlier
 * time stays as it was.
 */
class LateFilesTest {
  private static final Instant INIT = Instant.parse("2026-06-01T06:00:00Z");
  private static final int STEPS = 6;

  /** Those that a place has as a point of a grid has: without height above ground. */
  private static final List<Variable> FIELDS =
      List.of(
          Variable.GHI,
          Variable.CLOUD_COVER,
          Variable.TEMPERATURE_2M,
          Variable.WIND_U_10M,
          Variable.WIND_V_10M,
          Variable.WIND_U_100M,
          Variable.WIND_V_100M);

  private static final Instant END_OF_TIME = Instant.parse("2999-01-01T00:00:00Z");

  @TempDir static Path folder;

  private static SparkSession spark;
  private static List<Site> sites;
  private static List<Path> steps;
  private static Path whole;

  @BeforeAll
  static void makeRun() throws IOException {
    Path world = folder.resolve("world");
    new SimulatedWorld(1).writeFiles(world, INIT, INIT.plus(Duration.ofHours(4)), line -> {});
    sites = List.copyOf(SitesCsvReader.read(world.resolve("sites.csv")).sites());
    Path run = Ingest.files(world.resolve("nwp"), "*2026060106.grib2").get(0);
    steps = splitBySteps(run);
    whole = concatenated("whole.grib2", steps);
    spark = Sessions.open(DataHome.open(folder.resolve("home")));
  }

  @AfterAll
  static void stop() {
    spark.stop();
  }

  /** A file a step: hour 0 has no radiation, the others have it last. */
  private static List<Path> splitBySteps(Path run) throws IOException {
    ByteBuffer all = ByteBuffer.wrap(Files.readAllBytes(run));
    List<Path> files = new ArrayList<>();
    for (int step = 0; step <= STEPS; step++) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      for (int message = 0; message < (step == 0 ? 6 : 7); message++) {
        byte[] one = new byte[(int) all.getLong(all.position() + 8)];
        all.get(one);
        bytes.write(one);
      }
      files.add(Files.write(folder.resolve("step" + step + ".grib2"), bytes.toByteArray()));
    }
    return files;
  }

  private static Path concatenated(String name, List<Path> parts) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (Path part : parts) {
      bytes.write(Files.readAllBytes(part));
    }
    return Files.write(folder.resolve(name), bytes.toByteArray());
  }

  private static TriedTable tried(String name) {
    return new TriedTable(spark, folder, sites, name);
  }

  @Test
  void piecesInAnyOrderSayInTheEndWhatTheWholeSays() throws IOException {
    TriedTable once = tried("once");
    assertThat(once.take(whole).rows()).isEqualTo((STEPS + 1L) * sites.size());
    List<String> expected = once.asOf(END_OF_TIME);

    TriedTable pieces = tried("pieces");
    List<Instant> times = new ArrayList<>();
    List<List<String>> views = new ArrayList<>();
    for (int step : new int[] {4, 0, 6, 2, 5, 1, 3}) {
      pieces.take(steps.get(step));
      times.add(Instant.now());
      views.add(pieces.asOf(times.get(times.size() - 1)));
    }
    assertThat(pieces.asOf(END_OF_TIME)).isEqualTo(expected);
    for (int i = 0; i < views.size(); i++) {
      // Steps that came later are of an archive: known from the run's publication on.
      assertThat(pieces.asOf(times.get(i)))
          .as("what was known after piece %d", i)
          .containsAll(views.get(i));
    }
    assertThat(views.get(views.size() - 2)).isNotEqualTo(expected);

    // Of the same pieces at once, every row is known from the run's publication on.
    TriedTable together = tried("together");
    together.take(steps.toArray(Path[]::new));
    assertThat(together.asOf(INIT.plus(NwpSource.SIMULATED.publicationDelay())))
        .isEqualTo(expected);
    assertThat(together.count()).isEqualTo(expected.size());
  }

  @Test
  void theSameAgainUnderAnyNameChangesNothing() throws IOException {
    TriedTable tried = tried("again");
    tried.take(whole);
    long rows = tried.count();
    Path renamed = Files.copy(whole, folder.resolve("renamed.grib2"));
    assertThat(tried.take(renamed).skipped()).isEqualTo(1);
    // The same messages in other files: read, and nothing new.
    IngestReport report = tried.take(steps.toArray(Path[]::new));
    assertThat(report.taken()).isEqualTo(STEPS + 1);
    assertThat(report.rows()).isZero();
    assertThat(tried.count()).isEqualTo(rows);
  }

  @Test
  void aCorrectedStepIsANewVersionAndTheOldOneStays() throws IOException {
    TriedTable tried = tried("corrected");
    tried.take(whole);
    Instant before = Instant.now();
    List<String> known = tried.asOf(before);
    // Step 3 published anew with the numbers of step 4: only the valid time is changed back.
    byte[] bytes = Files.readAllBytes(steps.get(4));
    Path corrected = folder.resolve("corrected.grib2");
    Files.write(corrected, forecastHour(bytes, 3));
    IngestReport report = tried.take(corrected);
    assertThat(report.rows()).isPositive().isLessThanOrEqualTo(2L * sites.size());
    assertThat(tried.asOf(before)).isEqualTo(known);
    List<String> now = tried.asOf(END_OF_TIME);
    assertThat(now).hasSameSizeAs(known).isNotEqualTo(known);
  }

  /** Sets the forecast time of instants, and drops what is gathered. */
  private static byte[] forecastHour(byte[] messages, int hour) throws IOException {
    ByteBuffer all = ByteBuffer.wrap(messages);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    while (all.hasRemaining()) {
      byte[] one = new byte[(int) all.getLong(all.position() + 8)];
      all.get(one);
      ByteBuffer message = ByteBuffer.wrap(one);
      int product = 16 + 21 + 72;
      if (message.getInt(product) == 34) {
        boolean minutes = one[product + 17] == 0;
        message.putInt(product + 18, minutes ? hour * 60 : hour);
        out.write(one);
      }
    }
    return out.toByteArray();
  }

  @Test
  void whenSitesAreAddedOnlyTheirRowsAre() throws IOException {
    TriedTable tried = tried("sites");
    tried.take("first", sites.subList(0, 3), whole);
    IngestReport report = tried.take("all", sites, whole);
    assertThat(report.rows()).isEqualTo((sites.size() - 3L) * (STEPS + 1));
    TriedTable once = tried("sites_once");
    once.take(whole);
    assertThat(tried.asOf(INIT.plus(NwpSource.SIMULATED.publicationDelay())))
        .isEqualTo(once.asOf(END_OF_TIME));
  }

  @Test
  void aSiteSampledBackwardsHasTheRowsOfOneThatWasThere() throws IOException {
    TriedTable late = tried("late_site");
    late.take("without", sites.subList(1, sites.size()), steps.get(0), steps.get(1), steps.get(2));
    assertThat(late.job.resample(sites.subList(0, 1), SamplingOptions.PLAIN, line -> {}).rows())
        .isEqualTo(3);
    assertThat(late.job.resample(sites.subList(0, 1), SamplingOptions.PLAIN, line -> {}).rows())
        .isZero();
    TriedTable there = tried("early_site");
    there.take(steps.get(0), steps.get(1), steps.get(2));
    assertThat(late.rows()).isEqualTo(there.rows());
  }

  /** The standard atmosphere's lapse rate, ISO 2533: 6.5 K a kilometre. */
  @Test
  void temperatureIsMovedFromTheModelsGroundToTheSites() throws IOException {
    double groundM = 1000;
    Path ground = folder.resolve("ground.grib2");
    LatLonGrid[] grid = new LatLonGrid[1];
    GribReader.read(steps.get(0), field -> grid[0] = (LatLonGrid) field.grid());
    float[] heights = new float[grid[0].size()];
    Arrays.fill(heights, (float) groundM);
    GribProduct height =
        new GribProduct(
            GribProduct.TEST_PRODUCTS,
            new GribParameter(0, 3, 5),
            GribLevel.ground(),
            INIT,
            INIT,
            StepType.INSTANT,
            Duration.ZERO,
            0);
    try (OutputStream out = Files.newOutputStream(ground)) {
      new Grib2Writer(out).write(height, grid[0], heights, 16);
    }
    NwpSource moved =
        new NwpSource(
            NwpSource.SIMULATED.name(),
            NwpSource.SIMULATED.publicationDelay(),
            NwpSource.SIMULATED.fileNames(),
            new SamplingOptions(Method.BILINEAR, true));
    TriedTable plain = tried("model_height");
    plain.take(ground, steps.get(0));
    TriedTable atSites = tried("site_height");
    atSites.take(moved, "moved", sites, ground, steps.get(0));
    for (Site site : sites) {
      assertThat(atSites.temperatureK(site) - plain.temperatureK(site))
          .isCloseTo(0.0065 * (groundM - site.location().elevationM()), within(1e-3));
    }
  }

  @Test
  void publishedFieldsSayWhatSitesAreTold() throws IOException {
    TriedTable tried = tried("fields");
    tried.take(whole);
    FieldsFile fields;
    try (Stream<Path> files = Files.list(folder.resolve("published-fields"))) {
      fields = FieldsFile.open(files.toList().get(0));
    }
    fields.verifyChecksum();
    assertThat(fields.header().source()).isEqualTo("simulated-nwp");
    assertThat(fields.header().initTime()).isEqualTo(INIT);
    assertThat(fields.header().availableAt())
        .isEqualTo(INIT.plus(NwpSource.SIMULATED.publicationDelay()));
    int compared = 0;
    for (Row row : tried.warehouse.read(Table.NWP_SAMPLES).collectAsList()) {
      for (Variable variable : FIELDS) {
        Float atSite = row.getAs(variable.column());
        Location place = location(row.getAs("site_id"));
        double here =
            fields.value(
                variable, place.latitude(), place.longitude(), row.<Instant>getAs("valid_time"));
        if (atSite == null) {
          assertThat(here).isNaN();
        } else {
          assertThat(here).isCloseTo(atSite, within(1e-4 + 1e-5 * Math.abs(atSite)));
          compared++;
        }
      }
    }
    assertThat(compared).isGreaterThan(FIELDS.size() * STEPS * sites.size() - 1);
  }

  private static Location location(String id) {
    return sites.stream()
        .filter(site -> site.id().value().equals(id))
        .findFirst()
        .orElseThrow()
        .location();
  }

  @Test
  void aTableOfAnOlderVersionIsBroughtUpToDate() throws IOException {
    String name = Namespace.LIVE.qualified(Table.NWP_SAMPLES);
    spark.sql("CREATE NAMESPACE IF NOT EXISTS skywatt.live");
    spark.sql(
        "CREATE TABLE "
            + name
            + " (site_id STRING, source STRING, member INT, init_time TIMESTAMP, valid_time"
            + " TIMESTAMP, available_at TIMESTAMP, ingested_at TIMESTAMP, ghi_wm2 FLOAT)"
            + " USING iceberg PARTITIONED BY (months(init_time))");
    spark.sql(
        "INSERT INTO "
            + name
            + " SELECT 'old', 'simulated-nwp', 0, t, t, t, t, 5.0 FROM (SELECT TIMESTAMP '"
            + INIT
            + "' t)");
    TriedTable tried = tried("live");
    tried.take(whole);
    List<Row> old =
        tried.warehouse.read(Table.NWP_SAMPLES).filter("site_id = 'old'").collectAsList();
    assertThat(old).hasSize(1);
    assertThat(old.get(0).<Float>getAs("ghi_wm2")).isEqualTo(5);
    assertThat(old.get(0).<Float>getAs("temperature_2m_k")).isNull();
    assertThat(tried.count()).isEqualTo(1 + (STEPS + 1L) * sites.size());
    assertThat(
            spark
                .sql("SELECT DISTINCT partition.init_time_day FROM " + name + ".files")
                .collectAsList()
                .stream()
                .map(row -> String.valueOf(row.get(0))))
        .containsExactlyInAnyOrder("null", "2026-06-01");
  }

  @Test
  void twoIngestsAtOnceAddNothingTwice() throws Exception {
    TriedTable tried = tried("twice");
    ExecutorService two = Executors.newFixedThreadPool(2);
    try {
      Future<IngestReport> first = two.submit(() -> tried.take(steps.toArray(Path[]::new)));
      Future<IngestReport> second = two.submit(() -> tried.take("other", sites, whole));
      long rows = first.get().rows() + second.get().rows();
      assertThat(rows).isEqualTo((STEPS + 1L) * sites.size());
    } finally {
      two.shutdownNow();
    }
    assertThat(tried.count()).isEqualTo((STEPS + 1L) * sites.size());
  }

  @Test
  void tidyingMakesFilesFewAndLeavesRows() throws IOException {
    TriedTable tried = tried("tidy");
    for (Path step : steps) {
      tried.take(step);
    }
    List<String> rows = tried.rows();
    String files = tried.warehouse.namespace().qualified(Table.NWP_SAMPLES) + ".files";
    long before = spark.table(files).count();
    new Maintenance(spark, tried.warehouse.namespace()).run(Duration.ZERO, line -> {});
    assertThat(spark.table(files).count()).isLessThan(before);
    assertThat(tried.rows()).isEqualTo(rows);
  }
}
