package org.skywatt.cli.pipeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.skywatt.core.run.InputTier;
import org.skywatt.features.schema.Schemas;
import org.skywatt.models.train.Recipe;
import org.skywatt.models.train.TrainingRow;

/** What the tests of tasks that learn together give them. */
final class TogetherRows {
  private static final Instant FROM = Instant.parse("2026-06-01T00:00:00Z");

  private TogetherRows() {}

  static Recipe recipe(int rounds) {
    double[] levels = {0.1, 0.5, 0.9};
    return new Recipe(
        "test", "wind", false, true, levels, rounds, 4, 0.2, 0.6, 0.5, 20, 64, 2, 0.3, 1);
  }

  /** Power that follows one feature; a tenth of all is missing. */
  static JavaRDD<TrainingRow> of(SparkSession spark) {
    Random random = new Random(1);
    List<TrainingRow> rows = new ArrayList<>();
    for (int i = 0; i < 1500; i++) {
      float[] features = new float[Schemas.WIND.size()];
      for (int f = 0; f < features.length; f++) {
        features[f] = random.nextInt(10) == 0 ? Float.NaN : random.nextFloat();
      }
      double power = Float.isNaN(features[0]) ? 0.5 : features[0] * features[0];
      Instant issue = FROM.plusSeconds(3600L * i);
      Instant end = issue.plusSeconds(3600L * (1 + i % 30));
      String site = List.of("a", "b", "c").get(i % 3);
      rows.add(new TrainingRow(site, issue, end, InputTier.FULL, false, features, power, power));
    }
    return new JavaSparkContext(spark.sparkContext()).parallelize(rows, 4);
  }
}
