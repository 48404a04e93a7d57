package org.skywatt.cli.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skywatt.cli.DataHome;
import org.skywatt.cli.Sessions;
import org.skywatt.core.site.Site;
import org.skywatt.core.table.Namespace;
import org.skywatt.features.job.FeatureJob;
import org.skywatt.features.job.FeatureRow;
import org.skywatt.features.job.Histories;
import org.skywatt.features.job.LocalHistories;
import org.skywatt.features.plan.Issue;
import org.skywatt.features.schema.FeatureSchema;
import org.skywatt.features.schema.Schemas;
import org.skywatt.ingest.job.Warehouse;

/** The same inputs give the same bytes: whatever came later, and however many cores there are. */
class ReproducedTest {
  private static World world;

  @TempDir Path folder;

  @BeforeAll
  static void makeWorld() throws IOException {
    world = World.get();
  }

  @Test
  void aRunIsReproducedByteForByteAfterMoreDataAModelAndARun() throws Exception {
    Path runs = world.home().published().resolve("runs");
    forecast(World.NOW);
    byte[] published = Files.readAllBytes(runs.resolve("20260623T060000Z.arrow"));

    Instant later = World.NOW.plus(Duration.ofHours(12));
    world.extendTo(later);
    world.train(later);
    forecast(later);
    byte[] next = Files.readAllBytes(runs.resolve("20260623T180000Z.arrow"));
    forecast(World.NOW, "--out", folder.resolve("replayed"));
    forecast(later, "--out", folder.resolve("replayed"));

    assertThat(folder.resolve("replayed/20260623T060000Z.arrow")).hasBinaryContent(published);
    assertThat(folder.resolve("replayed/20260623T180000Z.arrow")).hasBinaryContent(next);
    assertThat(next).isNotEqualTo(published);
    assertThat(runs.resolve("20260623T060000Z.arrow")).hasBinaryContent(published);
  }

  /** Spark's way to the tables and the way of this process end in the same bytes. */
  @Test
  void aRunIsTheSameWhoeverReadsTheTables() throws Exception {
    Duration hour = Duration.ofHours(1);
    Duration horizon = Duration.ofHours(36);
    DataHome home = world.home();
    Path local;
    try (LocalHistories histories =
        new LocalHistories(Warehouse.catalog(home.warehouse()), Namespace.LIVE)) {
      local =
          new Forecasting(histories, home)
              .run(World.NOW, horizon, hour, hour, true, folder.resolve("local"));
    }
    try (SparkSession spark = Sessions.open(home)) {
      Path bySpark =
          new Forecasting(new Histories(spark, Namespace.LIVE), home)
              .run(World.NOW, horizon, hour, hour, true, folder.resolve("spark"));
      assertThat(bySpark).hasSameBinaryContentAs(local);
    }
  }

  /** Random sites, with random neighbours, at random times; twelve times. */
  @Test
  void featuresAreTheSameToTheBitWhoeverReadsTheTables() throws Exception {
    DataHome home = world.home();
    Random random = new Random(20260623);
    try (SparkSession spark = Sessions.open(home);
        LocalHistories local =
            new LocalHistories(Warehouse.catalog(home.warehouse()), Namespace.LIVE)) {
      List<Site> all = local.sites(World.NOW);
      assertThat(all).isEqualTo(new Histories(spark, Namespace.LIVE).sites(World.NOW));
      List<Issue> issues = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        Duration into = Duration.ofMinutes(random.nextInt(60 * 24 * 20));
        issues.add(new Issue(World.FROM.plus(into), Duration.ofMinutes(30), 20));
      }
      issues.sort(Comparator.comparing(Issue::issueTime));
      for (FeatureSchema schema : List.of(Schemas.SOLAR, Schemas.WIND)) {
        List<Site> sites = new ArrayList<>();
        Map<String, List<String>> neighbours = new TreeMap<>();
        for (Site site : all) {
          if (site.technology().equals(schema.name())
              && (sites.isEmpty() || random.nextBoolean())) {
            sites.add(site);
            String neighbour = all.get(random.nextInt(all.size())).id().value();
            neighbours.put(site.id().value(), List.of(neighbour));
          }
        }
        List<Row> expected =
            new FeatureJob(spark, Namespace.LIVE)
                .rows("same", schema, sites, neighbours, issues)
                .collectAsList();
        List<FeatureRow> rows =
            local.collect(
                sites,
                neighbours,
                issues.get(0).issueTime().minus(FeatureJob.LOOK_BACK),
                issues.get(11).interval(19).end().plus(FeatureJob.LOOK_AHEAD),
                histories -> {
                  List<FeatureRow> made = new ArrayList<>();
                  histories.forEachRemaining(
                      history ->
                          FeatureJob.siteRows("same", schema, history, issues)
                              .forEachRemaining(made::add));
                  return made.iterator();
                });
        assertThat(rows).hasSize(sites.size() * 12 * 20);
        assertThat(texts(rows, ReproducedTest::bits))
            .isEqualTo(texts(expected, ReproducedTest::bits));
      }
    }
  }

  private static <T> List<String> texts(List<T> rows, Function<T, String> text) {
    return rows.stream().map(text).sorted().toList();
  }

  /** A row as text, its features as bits. */
  private static String bits(Row row) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < row.size() - 1; i++) {
      text.append(row.get(i)).append(' ');
    }
    for (Object value : row.getList(row.size() - 1)) {
      text.append(Float.floatToRawIntBits((Float) value)).append(' ');
    }
    return text.toString();
  }

  private static String bits(FeatureRow row) {
    StringBuilder text = new StringBuilder();
    for (Object value :
        List.of(
            row.getDataset(),
            row.getSchemaHash(),
            row.getSiteId(),
            row.getIssueTime(),
            row.getValidTime(),
            row.getInputTier(),
            row.isSunDown())) {
      text.append(value).append(' ');
    }
    for (float value : row.getFeatures()) {
      text.append(Float.floatToRawIntBits(value)).append(' ');
    }
    return text.toString();
  }

  private void forecast(Instant asOf, Object... more) {
    Object[] words = {"forecast", "--dir", world.home().folder(), "--as-of", asOf};
    Object[] all = new Object[words.length + more.length];
    System.arraycopy(words, 0, all, 0, words.length);
    System.arraycopy(more, 0, all, words.length, more.length);
    Command.succeed(all);
  }

  /** The world's own training ran on all cores, in another session. */
  @Test
  void trainingDoesNotDependOnTheCores() throws Exception {
    int cores = Runtime.getRuntime().availableProcessors() == 1 ? 2 : 1;
    DataHome elsewhere = DataHome.open(folder.resolve("home"));
    try (SparkSession spark =
        Warehouse.configure(SparkSession.builder(), world.home().warehouse())
            .appName("test")
            .master("local[" + cores + "]")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.ui.enabled", "false")
            .config("spark.sql.shuffle.partitions", String.valueOf(cores + 1))
            .config("spark.sql.catalogImplementation", "in-memory")
            .getOrCreate()) {
      new Training(spark, elsewhere, line -> {})
          .run(
              World.TRAIN_FROM,
              World.NOW,
              World.TRAIN_EVERY,
              Duration.ofHours(36),
              Duration.ofHours(1),
              false);
    }
    assertThat(World.models(elsewhere)).containsExactlyEntriesOf(world.undisturbedModels());
  }
}
