package org.skywatt.cli.backtest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.skywatt.models.job.Prediction;

/** Writes backtested forecasts as one Parquet file: a row a site, issue and step. */
final class PredictionFile {
  private static final StructType COLUMNS =
      StructType.fromDDL(
          "site_id STRING, issue_time TIMESTAMP, valid_time TIMESTAMP, quantiles ARRAY<DOUBLE>");

  private PredictionFile() {}

  /** Writes {@code predictions} in their order, as fractions of capacity at 0.01 … 0.99. */
  static void write(SparkSession spark, List<Prediction> predictions, Path file)
      throws IOException {
    List<Row> rows = new ArrayList<>(predictions.size());
    for (Prediction each : predictions) {
      Double[] quantiles = new Double[each.percentiles().length];
      for (int i = 0; i < quantiles.length; i++) {
        quantiles[i] = each.percentiles()[i];
      }
      rows.add(RowFactory.create(each.siteId(), each.issueTime(), each.validTime(), quantiles));
    }
    ParquetFile.write(spark.createDataFrame(rows, COLUMNS), file);
  }
}
