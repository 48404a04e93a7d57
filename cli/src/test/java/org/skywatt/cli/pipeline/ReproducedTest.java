package org.skywatt.cli.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.skywatt.cli.DataHome;
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

  private void forecast(Instant asOf, Object... more) {
    Object[] words = {"forecast", "--dir", world.home().folder(), "--as-of", asOf};
    Object[] all = new Object[words.length + more.length];
    System.arraycopy(words, 0, all, 0, words.length);
    System.arraycopy(more, 0, all, words.length, more.length);
    Command.succeed(all);
  }

  /** The world's own training ran on all cores, in another session. */
  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void trainingDoesNotDependOnTheCores(int cores) throws Exception {
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
