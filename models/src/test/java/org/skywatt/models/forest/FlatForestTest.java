package org.skywatt.models.forest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.XGBoostError;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FlatForestTest {
  private static final double[] LEVELS = {0.03, 0.2, 0.5, 0.77, 0.9, 0.98};

  @Property(tries = 60)
  void equalsXgboost(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 12) int depth,
      @ForAll @IntRange(min = 1, max = 9) int width,
      @ForAll @IntRange(min = 1, max = 6) int levels,
      @ForAll @IntRange(min = 1, max = 7) int rounds,
      @ForAll @DoubleRange(min = 0, max = 0.9) double missing)
      throws XGBoostError, IOException {
    Random random = new Random(seed);
    List<float[]> rows = RandomForests.rows(random, 400, width, missing);
    double[] some = Arrays.copyOf(LEVELS, levels);
    Booster booster = RandomForests.train(rows, some, rounds, depth, seed & 0xFFFF);
    FlatForest binary = ForestReader.read(booster.toByteArray("ubj"));
    FlatForest text = ForestReader.read(booster.toByteArray("json"));
    assertThat(binary.trees()).isEqualTo(rounds * levels);
    // Rows that were learned from meet thresholds exactly; others lie between.
    rows.addAll(RandomForests.rows(random, 100, width, missing));
    rows.add(new float[width]);
    float[] extreme = new float[width];
    Arrays.fill(extreme, -0.0f);
    extreme[0] = Float.MAX_VALUE;
    rows.add(extreme);
    float[][] expected = RandomForests.predict(booster, rows);
    float[][] actual = binary.predict(rows);
    float[][] again = text.predict(rows);
    for (int i = 0; i < expected.length; i++) {
      for (int j = 0; j < levels; j++) {
        assertThat(actual[i][j]).isCloseTo(expected[i][j], within(1e-6f));
        assertThat(again[i][j]).isEqualTo(actual[i][j]);
      }
      assertThat(binary.predict(rows.get(i))).isEqualTo(actual[i]);
    }
    booster.dispose();
  }

  @Test
  void aRowOfAnotherLengthIsRefused() throws XGBoostError, IOException {
    List<float[]> rows = RandomForests.rows(new Random(1), 50, 3, 0);
    Booster booster = RandomForests.train(rows, LEVELS, 2, 3, 1);
    FlatForest forest = ForestReader.read(booster.toByteArray("ubj"));
    assertThat(forest.predict(List.of())).isEmpty();
    assertThatThrownBy(() -> forest.predict(new float[2]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a row has 2 features, the model 3");
    booster.dispose();
  }
}
