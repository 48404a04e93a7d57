package org.skywatt.cli.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skywatt.cli.pipeline.Killer.more;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skywatt.cli.DataHome;
import org.skywatt.cli.Sessions;
import org.skywatt.core.table.Namespace;
import org.skywatt.core.table.Table;

/**
 * {@code kill -9} in the middle of ingest and of training: the next run completes, and everything
 * is as if nothing had happened.
 */
class KilledTest {
  private static final int RUNS = 3;

  private static World world;

  @TempDir Path folder;

  @BeforeAll
  static void makeWorld() throws IOException {
    world = World.get();
  }

  private Killer killer() {
    long seed = Long.getLong("skywatt.seed", System.nanoTime());
    System.out.println("repeat with -Dskywatt.seed=" + seed);
    return new Killer(seed, folder.resolve("log"));
  }

  @Test
  void anOpenSessionHoldsUpNoOtherWriter() throws Exception {
    Path catalog = world.home().warehouse().resolve("catalog.db");
    try (SparkSession spark = Sessions.open(world.home())) {
      new Ingest(spark, world.home(), line -> {});
      String url = "jdbc:sqlite:" + catalog + "?busy_timeout=0";
      try (Connection other = DriverManager.getConnection(url);
          Statement statement = other.createStatement()) {
        statement.execute("BEGIN EXCLUSIVE");
        statement.execute("COMMIT");
      }
    }
  }

  /** Once here; docs/benchmarks/kill_soak.sh does it twenty times. */
  @Test
  void ingestCompletesAfterFiveKills() throws Exception {
    int rounds = Integer.getInteger("skywatt.rounds", 1);
    DataHome undisturbed = DataHome.open(folder.resolve("undisturbed"));
    Command.succeed(ingest(undisturbed));
    for (int round = 0; round < rounds; round++) {
      killAndComplete(DataHome.open(folder.resolve("home" + round)), undisturbed);
    }
  }

  /** A few of the world's runs: what is killed here is a commit, however much it holds. */
  private Path someRuns() throws IOException {
    Path some = Files.createDirectories(folder.resolve("nwp"));
    for (Path file : Ingest.files(world.files().resolve("nwp"), "*.grib2").subList(0, RUNS)) {
      Files.copy(file, some.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    }
    return some;
  }

  /** The words of the ingest that is killed, in a folder that knows the sites. */
  private Object[] ingest(DataHome home) throws IOException {
    Path sites = world.files().resolve("sites.csv");
    Command.succeed("ingest", "sites", sites, "--known-since", World.FROM, "--dir", home.folder());
    return new Object[] {
      "ingest", "nwp", someRuns(), "--source", "simulated-nwp", "--dir", home.folder()
    };
  }

  private void killAndComplete(DataHome home, DataHome undisturbedHome) throws Exception {
    Object[] ingest = ingest(home);
    Path scratch = home.warehouse().resolve("scratch");
    Path live = home.warehouse().resolve("tables/live");
    Path samples = live.resolve("nwp_samples");
    Killer killer = killer();
    killer.kill("Spark's start", more(scratch, ""), 4000, ingest);
    killer.kill("the first rows", more(samples, ".parquet"), 300, ingest);
    killer.kill("the first half of a commit", more(samples, ".avro"), 50, ingest);
    killer.kill("the commit of the rows", more(samples, ".metadata.json"), 150, ingest);
    killer.kill(
        "the first rows of the log", more(live.resolve("ingest_log"), ".parquet"), 100, ingest);
    Command.succeed(ingest);

    try (SparkSession spark = Sessions.open(home)) {
      assertThat(Tables.repeatedKeys(spark, Table.NWP_SAMPLES)).isZero();
      assertThat(Tables.repeatedKeys(spark, Table.INGEST_LOG)).isZero();
      List<String> killed = Tables.rows(spark, Table.NWP_SAMPLES);
      List<String> log = nwpLog(Tables.rows(spark, Table.INGEST_LOG));
      assertThat(log).hasSize(RUNS);
      spark.stop();
      try (SparkSession undisturbed = Sessions.open(undisturbedHome)) {
        assertThat(killed).isEqualTo(Tables.rows(undisturbed, Table.NWP_SAMPLES));
        assertThat(log).isEqualTo(nwpLog(Tables.rows(undisturbed, Table.INGEST_LOG)));
      }
    }
    assertThat(Command.succeed(ingest).out()).contains("0 files taken, " + RUNS + " already known");
    assertNothingUnfinished(home);
  }

  private static List<String> nwpLog(List<String> log) {
    return log.stream().filter(row -> row.contains(".grib2")).toList();
  }

  @Test
  void trainingCompletesAfterTwoKills() throws Exception {
    DataHome home = world.home();
    try (SparkSession spark = Sessions.open(home)) {
      spark.sql("DELETE FROM " + Namespace.LIVE.qualified(Table.FEATURES));
    }
    World.delete(home.bundles());
    Object[] train = world.training(World.NOW);
    Path features = home.warehouse().resolve("tables/live/features");
    Killer killer = killer();
    killer.kill("the commit of the rows", more(features, ".metadata.json"), 5000, train);
    killer.kill("the first file of a bundle", more(home.bundles(), "model.ubj"), 3, train);
    Command.succeed(train);

    assertThat(World.models(home)).containsExactlyEntriesOf(world.undisturbedModels());
    try (SparkSession spark = Sessions.open(home)) {
      assertThat(Tables.repeatedKeys(spark, Table.FEATURES)).isZero();
      assertThat(Tables.rows(spark, Table.FEATURES)).isEqualTo(world.undisturbedFeatures());
    }
    assertNothingUnfinished(home);
  }

  /** No temporary file of ours or of Spark's, but those of this very process. */
  private static void assertNothingUnfinished(DataHome home) throws IOException {
    try (Stream<Path> tree = Files.walk(home.folder())) {
      assertThat(tree.map(path -> path.getFileName().toString()))
          .noneMatch(name -> name.contains("unfinished"))
          .noneMatch(name -> name.endsWith(".tmp") || name.endsWith(".partial"));
    }
    try (Stream<Path> entries = Files.list(home.warehouse().resolve("scratch"))) {
      assertThat(entries.filter(Files::isDirectory)).hasSizeLessThanOrEqualTo(1);
    }
  }
}
