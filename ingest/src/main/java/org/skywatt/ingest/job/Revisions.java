package org.skywatt.ingest.job;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.skywatt.core.table.Table;
import org.skywatt.core.variable.Variable;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Which of the rows computed from a run's files say something that the table does not. A row of a
 * time that the table has not is added as it is. Where the table has the time, and says something
 * else or less, a new version is added: complete (what only the old version knew is kept), and
 * available from the moment of this ingest, so that readers at earlier issue times still see the
 * old one. Rows that say the same are left out.
 */
final class Revisions {
  private static final String[] KEY = {"site_id", "member", "init_time", "valid_time"};
  private static final String[] COLUMNS =
      Table.NWP_SAMPLES.columns().stream().map(column -> column.name()).toArray(String[]::new);

  private Revisions() {}

  /**
   * @param rows computed rows of one source, with the table's columns
   * @param table rows of that source and those runs
   * @param now the moment of this ingest
   */
  static Dataset<Row> find(Dataset<Row> rows, Dataset<Row> table, Instant now) {
    Column version = max_by(struct("*"), struct(col("available_at"), col("ingested_at"))).as("old");
    Dataset<Row> newest =
        table.groupBy("site_id", "member", "init_time", "valid_time").agg(version);
    Dataset<Row> joined =
        rows.join(newest, CollectionConverters.asScala(List.of(KEY)).toSeq(), "left_outer");
    Column isNew = col("old").isNull();
    List<Column> columns = new ArrayList<>();
    Column same = lit(true);
    Column kept = lit(0L);
    for (Variable variable : Variable.values()) {
      Column bit = lit(1L << variable.ordinal());
      kept = kept.plus(when(col(variable.column()).isNull(), bit).otherwise(lit(0L)));
    }
    for (String name : COLUMNS) {
      if (Variable.findByColumn(name).isPresent()) {
        Column merged = coalesce(col(name), col("old." + name));
        same = same.and(merged.eqNullSafe(col("old." + name)));
        columns.add(merged.as(name));
      } else if (name.equals("available_at")) {
        Column later =
            greatest(lit(now), col("old.available_at").plus(expr("INTERVAL '0.000001' SECOND")));
        columns.add(when(isNew, col(name)).otherwise(later).as(name));
      } else if (name.equals("implausible")) {
        Column old = coalesce(col("old.implausible"), lit(0L)).bitwiseAND(kept);
        columns.add(col(name).bitwiseOR(old).as(name));
      } else {
        columns.add(col(name));
      }
    }
    return joined.filter(isNew.or(not(same))).select(columns.toArray(Column[]::new));
  }
}
