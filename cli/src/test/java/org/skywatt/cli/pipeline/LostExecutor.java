package org.skywatt.cli.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skywatt.cli.DataHome;
import org.skywatt.cli.Sessions;
import org.skywatt.models.job.RowsOverTasks;
import org.skywatt.models.train.Part;

/**
 * An executor is killed while two learn together: the training ends with one line, and nobody waits
 * for the lost one. Run by name only.
 */
class LostExecutor {
  private static final int NEVER_DONE = 1_000_000;

  @TempDir Path folder;

  @AfterEach
  void forget() {
    Sessions.useMaster(null);
  }

  @Test
  void endsTheTraining() throws Exception {
    try (LoopbackCluster cluster = new LoopbackCluster(folder)) {
      Sessions.useMaster(cluster.master());
      try (SparkSession spark = Sessions.open(DataHome.open(folder.resolve("training")));
          RowsOverTasks rows =
              new RowsOverTasks(TogetherRows.recipe(NEVER_DONE), TogetherRows.of(spark), 2)) {
        rows.extent(); // both executors are there, and have the rows
        CompletableFuture<?> training = CompletableFuture.supplyAsync(() -> rows.fit(Part.WHOLE));
        Thread.sleep(8_000);
        assertThat(training).isNotDone();
        cluster.killExecutors(1);
        long killed = System.nanoTime();
        assertThatThrownBy(() -> training.get(2, TimeUnit.MINUTES))
            .hasMessageContaining("one of 2 tasks that learn together failed or was lost")
            .extracting(failure -> failure.getMessage().lines().count())
            .isEqualTo(1L);
        System.out.printf("ended %.1f s after it%n", (System.nanoTime() - killed) / 1e9);
      }
    }
  }
}
