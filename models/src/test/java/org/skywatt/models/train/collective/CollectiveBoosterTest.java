package org.skywatt.models.train.collective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.XGBoost;
import org.junit.jupiter.api.Test;
import org.skywatt.core.forecast.QuantileForecast;
import org.skywatt.core.forecast.QuantileLevels;
import org.skywatt.core.run.InputTier;
import org.skywatt.features.schema.Schemas;
import org.skywatt.models.forest.FlatForest;
import org.skywatt.models.forest.ForestReader;
import org.skywatt.models.score.Pinball;
import org.skywatt.models.train.BoosterInputs;
import org.skywatt.models.train.LearningSet;
import org.skywatt.models.train.QuantileBooster;
import org.skywatt.models.train.Recipe;
import org.skywatt.models.train.TrainingRow;

/** Over XGBoost's real communicator, a thread a task. */
class CollectiveBoosterTest {
  private static final double[] LEVELS = {0.1, 0.5, 0.9};
  private static final Recipe RECIPE = recipe(1);
  private static final int ROWS = 3000;

  private static Recipe recipe(int seed) {
    return new Recipe(
        "test", "wind", false, true, LEVELS, 20, 4, 0.2, 0.6, 0.8, 20, 64, 0, 0.3, seed);
  }

  @Test
  void theTreesAreTheSameHoweverTheRowsAreDivided() throws Exception {
    List<TrainingRow> rows = rows(ROWS, 1);
    byte[] alone = CollectiveBooster.learn(RECIPE, set(rows), Collective.ALONE);
    assertThat(together(List.of(rows.subList(0, 1000), rows.subList(1000, ROWS)))).isEqualTo(alone);
    List<List<TrainingRow>> dealt =
        List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (int i = 0; i < ROWS; i++) {
      dealt.get(i % 3).add(rows.get(i));
    }
    assertThat(together(dealt)).isEqualTo(alone);
  }

  /** Rows and columns are drawn otherwise: that is as much as seeds of either differ by. */
  @Test
  void itForecastsAsWellAsXgboostAlone() throws Exception {
    List<TrainingRow> held = rows(ROWS, 2);
    LearningSet set = set(rows(ROWS, 1));
    double own = 0;
    double shared = 0;
    for (int seed = 1; seed <= 4; seed++) {
      Recipe recipe = recipe(seed);
      own += pinball(QuantileBooster.train(recipe, set.features(), set.labels()), held);
      byte[] model = CollectiveBooster.learn(recipe, set, Collective.ALONE);
      shared += pinball(QuantileBooster.load(model, recipe.quantileLevels()), held);
    }
    assertThat(shared).isCloseTo(own, within(0.015 * own));
  }

  @Test
  void xgboostReadsTheModelAndForecastsTheSame() throws Exception {
    List<TrainingRow> rows = rows(ROWS, 1);
    byte[] model = CollectiveBooster.learn(RECIPE, set(rows), Collective.ALONE);
    FlatForest forest = ForestReader.read(model);
    Booster booster = XGBoost.loadModel(model);
    List<float[]> features = rows.subList(0, 200).stream().map(TrainingRow::features).toList();
    float[][] expected = booster.predict(BoosterInputs.matrix(features));
    assertThat(booster.getNumBoostedRound()).isEqualTo(RECIPE.rounds());
    assertThat(forest.trees()).isEqualTo(RECIPE.rounds() * LEVELS.length);
    for (int i = 0; i < expected.length; i++) {
      assertThat(forest.predict(features.get(i))).containsExactly(expected[i], within(1e-6f));
    }
    booster.dispose();
  }

  private static double pinball(QuantileBooster booster, List<TrainingRow> held) {
    QuantileForecast[] forecasts =
        booster.predict(held.stream().map(TrainingRow::features).toList());
    double sum = 0;
    for (int i = 0; i < forecasts.length; i++) {
      double[] percentiles = QuantileLevels.PERCENTILES.toArray();
      for (int level = 0; level < percentiles.length; level++) {
        percentiles[level] = forecasts[i].at(percentiles[level]);
      }
      sum += Pinball.mean(QuantileLevels.PERCENTILES, percentiles, held.get(i).label());
    }
    return sum / forecasts.length;
  }

  private static byte[] together(List<List<TrainingRow>> parts) throws Exception {
    Tracker tracker = new Tracker(parts.size(), "127.0.0.1", 60);
    Map<String, Object> arguments = tracker.address();
    List<CompletableFuture<byte[]>> tasks = new ArrayList<>();
    ExecutorService threads = Executors.newFixedThreadPool(parts.size());
    for (int i = 0; i < parts.size(); i++) {
      int task = i;
      LearningSet set = set(parts.get(i));
      tasks.add(
          CompletableFuture.supplyAsync(
              () -> {
                try (NativeCollective all = new NativeCollective(arguments, task, 30)) {
                  return CollectiveBooster.learn(RECIPE, set, all);
                }
              },
              threads));
    }
    byte[] first = tasks.get(0).join();
    for (CompletableFuture<byte[]> task : tasks) {
      assertThat(task.join()).isEqualTo(first);
    }
    threads.shutdown();
    tracker.close();
    return first;
  }

  private static LearningSet set(List<TrainingRow> rows) {
    return LearningSet.of(RECIPE, rows);
  }

  /** Power follows two features, unevenly; a tenth of all is missing. */
  private static List<TrainingRow> rows(int count, int seed) {
    Random random = new Random(seed);
    Instant issue = Instant.parse("2026-06-01T00:00:00Z");
    List<TrainingRow> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      float[] features = new float[Schemas.WIND.size()];
      double wind = random.nextDouble();
      for (int f = 0; f < features.length; f++) {
        boolean missing = random.nextInt(10) == 0;
        features[f] = missing ? Float.NaN : (float) random.nextGaussian() * f;
      }
      features[0] = random.nextInt(10) == 0 ? Float.NaN : (float) (wind * wind);
      features[1] = random.nextInt(3);
      double power = Math.min(1, Math.max(0, wind + 0.1 * random.nextGaussian() * features[1]));
      Instant at = issue.plusSeconds(3600L * i);
      rows.add(
          new TrainingRow(
              "a", at, at.plusSeconds(3600), InputTier.FULL, false, features, power, power));
    }
    return rows;
  }
}
