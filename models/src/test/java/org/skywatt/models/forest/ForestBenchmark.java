package org.skywatt.models.forest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.junit.jupiter.api.Test;

/**
 * 300 trees of depth 5 over 38 features, in CPU time of one thread, beside XGBoost4J on the same
 * booster. Run by name only.
 */
class ForestBenchmark {
  private static final int ROWS = 2000;
  private static final int ROUNDS = 25;

  private interface Work {
    float run() throws XGBoostError;
  }

  @Test
  void evaluates() throws XGBoostError, IOException {
    List<float[]> rows = RandomForests.rows(new Random(1), ROWS, 38, 0.05);
    Booster booster = RandomForests.train(rows, new double[] {0.1, 0.5, 0.9}, 100, 5, 1);
    booster.setParam("nthread", 1);
    FlatForest forest = ForestReader.read(booster.toByteArray("ubj"));
    double trees = (double) ROWS * forest.trees();
    double[] batch = nanos(() -> forest.predict(rows)[ROWS - 1][0]);
    double[] single =
        nanos(
            () -> {
              float sum = 0;
              for (float[] row : rows) {
                sum += forest.predict(row)[0];
              }
              return sum;
            });
    double[] native1 = nanos(() -> RandomForests.predict(booster, rows)[ROWS - 1][0]);
    double[] nativeRow = nanos(() -> RandomForests.predict(booster, rows.subList(0, 1))[0][0]);
    report("FlatForest, batch, M trees/cpu-s", perMicro(trees, batch));
    report("XGBoost4J, batch, M trees/cpu-s", perMicro(trees, native1));
    report("FlatForest, one row, µs", scaled(single, 1e-3 / ROWS));
    report("XGBoost4J, one row, µs", scaled(nativeRow, 1e-3));
    assertThat(batch[ROUNDS / 2]).isLessThan(native1[ROUNDS / 2]);
    booster.dispose();
  }

  /** CPU time of each round, ascending, after as many rounds to warm up. */
  private static double[] nanos(Work work) throws XGBoostError {
    double[] nanos = new double[ROUNDS];
    float kept = 0;
    for (int round = -ROUNDS; round < ROUNDS; round++) {
      long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      kept += work.run();
      if (round >= 0) {
        nanos[round] = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
      }
    }
    assertThat(kept).isNotNaN();
    Arrays.sort(nanos);
    return nanos;
  }

  private static double[] perMicro(double count, double[] nanos) {
    double[] rates = Arrays.stream(nanos).map(time -> count / time * 1000).toArray();
    Arrays.sort(rates);
    return rates;
  }

  private static double[] scaled(double[] values, double factor) {
    return Arrays.stream(values).map(value -> value * factor).toArray();
  }

  private static void report(String what, double[] sorted) {
    System.out.printf(
        "%s: %.1f (%.1f to %.1f)%n", what, sorted[ROUNDS / 2], sorted[0], sorted[ROUNDS - 1]);
  }
}
