package org.skywatt.models.job;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.skywatt.models.evaluate.Evaluation;

/**
 * Scores rows of {@link StepRows} in Spark tasks, one pass, a row at a time. Sites are dealt out in
 * a way that hangs on their ids alone, so the same rows give the same scores on any number of
 * cores.
 */
public final class StepScores {
  private static final int PARTS = 16;

  private StepScores() {}

  /**
   * Adds the rows that are scored to {@code total}.
   *
   * @param names of the baselines of {@code rows}, in their order
   * @param all names of the baselines of {@code total}
   * @param capacityKw by site
   */
  public static void add(
      Dataset<Row> rows,
      List<String> names,
      List<String> all,
      Map<String, Double> capacityKw,
      Evaluation total) {
    int[] places = names.stream().mapToInt(all::indexOf).toArray();
    List<String> known = new ArrayList<>(all);
    List<Evaluation> parts =
        rows.repartition(PARTS, functions.col("site_id"))
            .sortWithinPartitions("site_id", "issue_time", "valid_time")
            .toJavaRDD()
            .mapPartitions(group -> List.of(part(group, places, known, capacityKw)).iterator())
            .collect();
    parts.forEach(total::merge);
  }

  private static Evaluation part(
      Iterator<Row> rows, int[] places, List<String> all, Map<String, Double> capacityKw) {
    Evaluation part = new Evaluation(all);
    while (rows.hasNext()) {
      Row row = rows.next();
      if (StepRows.isScored(row)) {
        double kw = capacityKw.getOrDefault(row.getString(0), Double.NaN);
        part.add(StepRows.step(row, kw, places, all.size()));
      }
    }
    return part;
  }
}
