package org.skywatt.models.job;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.skywatt.models.evaluate.ScoredStep;
import org.skywatt.models.train.TrainingRow;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** Backtested steps as rows of Spark, with what came true and what the baselines said. */
public final class StepRows {
  static final Comparator<TrainingRow> ORDER =
      Comparator.comparing(TrainingRow::issueTime).thenComparing(TrainingRow::validTime);

  /** Powers are fractions of capacity; {@code truth} is null where there is none to score with. */
  public static final StructType COLUMNS =
      StructType.fromDDL(
          "site_id STRING, issue_time TIMESTAMP, valid_time TIMESTAMP, dark BOOLEAN, tier STRING,"
              + " weather STRING, truth DOUBLE, quantiles ARRAY<DOUBLE>,"
              + " baselines ARRAY<ARRAY<DOUBLE>>");

  private StepRows() {}

  static Row row(
      TrainingRow row, boolean dark, String weather, double[] percentiles, double[][] baselines) {
    Double[][] others = new Double[baselines.length][];
    for (int i = 0; i < others.length; i++) {
      others[i] = baselines[i] == null ? null : boxed(baselines[i]);
    }
    return RowFactory.create(
        row.siteId(),
        row.issueTime(),
        row.validTime(),
        dark,
        row.tier().text(),
        weather,
        Double.isNaN(row.truth()) ? null : row.truth(),
        boxed(percentiles),
        others);
  }

  private static Double[] boxed(double[] values) {
    Double[] boxed = new Double[values.length];
    for (int i = 0; i < boxed.length; i++) {
      boxed[i] = values[i];
    }
    return boxed;
  }

  /** Whether a row is scored: its outcome is known, and it is no solar site's night. */
  static boolean isScored(Row row) {
    return !row.isNullAt(6) && !row.getBoolean(3);
  }

  /**
   * A row that {@link #isScored}.
   *
   * @param places of the row's baselines among all
   * @param all how many baselines there are
   */
  static ScoredStep step(Row row, double capacityKw, int[] places, int all) {
    List<Seq<Double>> others = row.getList(8);
    double[][] baselines = new double[all][];
    for (int i = 0; i < places.length; i++) {
      baselines[places[i]] = others.get(i) == null ? null : array(others.get(i));
    }
    return new ScoredStep(
        row.getString(0),
        row.<Instant>getAs(1),
        row.<Instant>getAs(2),
        row.getString(4),
        row.getString(5),
        capacityKw,
        row.getDouble(6),
        array(row.<Seq<Double>>getAs(7)),
        baselines);
  }

  private static double[] array(Seq<Double> values) {
    return CollectionConverters.asJava(values).stream().mapToDouble(Double::doubleValue).toArray();
  }
}
