package org.skywatt.cli.pipeline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.skywatt.cli.DataHome;
import org.skywatt.cli.Sessions;
import org.skywatt.core.table.Namespace;
import org.skywatt.core.table.Table;
import org.skywatt.ingest.job.Warehouse;

/** What the live tables of a folder hold, for comparison. */
final class Tables {
  private Tables() {}

  /** Every row of every table as text, sorted; when it was ingested is left out. */
  static Map<Table, List<String>> of(DataHome home) throws IOException {
    Map<Table, List<String>> all = new EnumMap<>(Table.class);
    try (SparkSession spark = Sessions.open(home)) {
      for (Table table : Table.values()) {
        all.put(table, rows(spark, table));
      }
    }
    return all;
  }

  static List<String> rows(SparkSession spark, Table table) {
    List<String> rows = new ArrayList<>();
    for (Row row :
        new Warehouse(spark, Namespace.LIVE).read(table).drop("ingested_at").collectAsList()) {
      rows.add(row.toString());
    }
    rows.sort(null);
    return rows;
  }

  /** Keys that more than one row has. */
  static long repeatedKeys(SparkSession spark, Table table) {
    String key = String.join(", ", table.key());
    return spark
        .sql(
            "SELECT 1 FROM "
                + Namespace.LIVE.qualified(table)
                + " GROUP BY "
                + key
                + " HAVING count(*) > 1")
        .count();
  }
}
