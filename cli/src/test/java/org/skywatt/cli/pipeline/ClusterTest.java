package org.skywatt.cli.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skywatt.cli.DataHome;
import org.skywatt.cli.Sessions;
import org.skywatt.core.table.Table;
import org.skywatt.ingest.simulated.SimulatedWorld;
import org.skywatt.models.calibrate.LevelMap;
import org.skywatt.models.job.ExecutorTime;
import org.skywatt.models.job.RowsOverTasks;
import org.skywatt.models.train.Recipe;
import org.skywatt.models.train.SiteModel;
import org.skywatt.models.train.SiteModelTrainer;

/** A standalone cluster of one master and two workers takes in and learns what local mode does. */
class ClusterTest {
  private static final Instant FROM = Instant.parse("2026-06-01T00:00:00Z");

  @TempDir static Path folder;
  private static LoopbackCluster cluster;

  @BeforeAll
  static void start() throws Exception {
    cluster = new LoopbackCluster(folder);
  }

  @AfterAll
  static void stop() {
    if (cluster != null) {
      cluster.close();
    }
  }

  @AfterEach
  void forget() {
    Sessions.useMaster(null);
  }

  @Test
  void aMasterAndTwoWorkersGiveTheSameRows() throws Exception {
    Path world = folder.resolve("world");
    new SimulatedWorld(1).writeFiles(world, FROM, FROM.plusSeconds(12 * 3600), line -> {});
    List<String> local = rowsOf(world, DataHome.open(folder.resolve("local")), "local[2]");
    List<String> distributed =
        rowsOf(world, DataHome.open(folder.resolve("cluster")), cluster.master());
    assertThat(local).isNotEmpty();
    assertThat(distributed).isEqualTo(local);
    // Both workers ran executors: the work was not done here.
    assertThat(cluster.work(1)).isNotEmptyDirectory();
    assertThat(cluster.work(2)).isNotEmptyDirectory();
  }

  /** Two executors learn what three threads learn here: to the bit, and calibrated alike. */
  @Test
  void executorsLearnTogetherWhatThreadsLearn() throws Exception {
    SiteModel far;
    try (SparkSession spark = session(cluster.master());
        ExecutorTime executors = new ExecutorTime(spark)) {
      far = learned(spark, 2);
      assertThat(executors.cpuNanos(true)).as("CPU time of executors").isPositive();
      assertThat(executors.cpuNanos(false)).as("on other machines").isZero();
    }
    try (SparkSession spark = session("local[3]")) {
      SiteModel here = learned(spark, 3);
      assertThat(far.booster().toBytes()).isEqualTo(here.booster().toBytes());
      Map<String, LevelMap> maps = here.calibration().maps();
      assertThat(far.calibration().maps()).isNotEmpty().containsOnlyKeys(maps.keySet());
      far.calibration()
          .maps()
          .forEach(
              (cell, map) ->
                  assertThat(map.levels()).containsExactly(maps.get(cell).levels(), within(1e-9)));
    }
  }

  private static SparkSession session(String where) throws IOException {
    Sessions.useMaster(where);
    return Sessions.open(DataHome.open(folder.resolve("training")));
  }

  private static SiteModel learned(SparkSession spark, int tasks) {
    Recipe recipe = TogetherRows.recipe(5);
    try (RowsOverTasks group = new RowsOverTasks(recipe, TogetherRows.of(spark), tasks)) {
      return new SiteModelTrainer(recipe).train(group);
    }
  }

  private static List<String> rowsOf(Path world, DataHome home, String master) throws IOException {
    for (List<Object> words :
        List.<List<Object>>of(
            List.of("sites", world.resolve("sites.csv"), "--known-since", FROM),
            List.of("nwp", world.resolve("nwp"), "--source", "simulated-nwp"))) {
      List<Object> command = new ArrayList<>(List.of("ingest"));
      command.addAll(words);
      command.addAll(List.of("--dir", home.folder(), "--master", master));
      Command.succeed(command.toArray());
    }
    Sessions.useMaster("local[2]");
    try (SparkSession spark = Sessions.open(home)) {
      return Tables.rows(spark, Table.NWP_SAMPLES);
    }
  }
}
