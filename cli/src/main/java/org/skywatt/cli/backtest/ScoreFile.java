package org.skywatt.cli.backtest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.skywatt.models.evaluate.Evaluated;

/** Writes scores as one Parquet file: a row a slice, with its bands and skills as lists. */
final class ScoreFile {
  private static final StructType COLUMNS =
      StructType.fromDDL(
          "kind STRING, slice STRING, n BIGINT, days INT, nmae DOUBLE, nrmse DOUBLE, nmbe DOUBLE,"
              + " mae_kw DOUBLE, rmse_kw DOUBLE, mbe_kw DOUBLE, pinball DOUBLE, crps DOUBLE,"
              + " crps_lower DOUBLE, crps_upper DOUBLE,"
              + " bands ARRAY<STRUCT<nominal: DOUBLE, coverage: DOUBLE, standard_error: DOUBLE,"
              + " allowed: DOUBLE, width: DOUBLE>>,"
              + " skills ARRAY<STRUCT<baseline: STRING, n: BIGINT, crps: DOUBLE, skill: DOUBLE,"
              + " lower: DOUBLE, upper: DOUBLE>>");

  private ScoreFile() {}

  /** Writes the scores of every slice, those over all first. */
  static void write(SparkSession spark, Evaluated scores, Path file) throws IOException {
    List<Row> rows = new ArrayList<>();
    if (scores.overall() != null) {
      rows.add(row("all", scores.overall()));
    }
    for (Map.Entry<String, List<Evaluated.Scores>> kind :
        new TreeMap<>(scores.slices()).entrySet()) {
      kind.getValue().forEach(each -> rows.add(row(kind.getKey(), each)));
    }
    ParquetFile.write(spark.createDataFrame(rows, COLUMNS), file);
  }

  private static Row row(String kind, Evaluated.Scores each) {
    return RowFactory.create(
        kind,
        each.slice(),
        each.n(),
        each.days(),
        each.nmae(),
        each.nrmse(),
        each.nmbe(),
        each.maeKw(),
        each.rmseKw(),
        each.mbeKw(),
        each.pinball(),
        each.crps(),
        each.crpsLower(),
        each.crpsUpper(),
        each.bands().stream()
            .map(
                band ->
                    RowFactory.create(
                        band.nominal(),
                        band.coverage(),
                        band.standardError(),
                        band.allowed(),
                        band.width()))
            .toArray(Row[]::new),
        each.skills().stream()
            .map(
                skill ->
                    RowFactory.create(
                        skill.baseline(),
                        skill.n(),
                        skill.crps(),
                        skill.skill(),
                        skill.lower(),
                        skill.upper()))
            .toArray(Row[]::new));
  }
}
