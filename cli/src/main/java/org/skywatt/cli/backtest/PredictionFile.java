package org.skywatt.cli.backtest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
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
    Path target = file.toAbsolutePath();
    Files.createDirectories(target.getParent());
    Path folder = Files.createTempDirectory(target.getParent(), ".forecasts");
    spark
        .createDataFrame(rows, COLUMNS)
        .coalesce(1)
        .write()
        .mode("overwrite")
        .parquet(folder.toUri().toString());
    try (Stream<Path> parts = Files.list(folder)) {
      Path part =
          parts.filter(path -> path.toString().endsWith(".parquet")).findFirst().orElseThrow();
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    }
    FileUtils.deleteDirectory(folder.toFile());
  }
}
