package org.skywatt.ingest.job;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.iceberg.PartitionField;
import org.apache.iceberg.spark.Spark3Util;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.analysis.NoSuchTableException;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.skywatt.core.table.Column;
import org.skywatt.core.table.Namespace;
import org.skywatt.core.table.Table;

/** Makes tables, and brings those of older versions up to date without touching their rows. */
final class TableMaker {
  private static final String PROPERTIES =
      " TBLPROPERTIES ('write.distribution-mode'='none', 'write.spark.fanout.enabled'='true',"
          + " 'commit.retry.num-retries'='20', 'write.metadata.delete-after-commit.enabled'='true')";

  private final SparkSession spark;
  private final Namespace namespace;

  TableMaker(SparkSession spark, Namespace namespace) {
    this.spark = spark;
    this.namespace = namespace;
  }

  void makeNamespace() {
    spark.sql("CREATE NAMESPACE IF NOT EXISTS " + Namespace.CATALOG + "." + namespace.name());
  }

  void make(Table table) {
    String name = namespace.qualified(table);
    if (!spark.catalog().tableExists(name)) {
      String partitioning = table.partitioning(namespace);
      String partitioned = partitioning.isEmpty() ? "" : " PARTITIONED BY (" + partitioning + ")";
      spark.sql(
          "CREATE TABLE IF NOT EXISTS "
              + name
              + " ("
              + ddl(table.columns())
              + ") USING iceberg"
              + partitioned
              + PROPERTIES);
    }
    addColumns(table, name);
    if (table == Table.FEATURES) {
      // Hardly a value comes twice: building dictionaries costs a sixth of a feature job.
      spark.sql("ALTER TABLE " + name + " SET TBLPROPERTIES ('parquet.enable.dictionary'='false')");
    }
    org.apache.iceberg.Table found = load(name);
    if (found.sortOrder().isUnsorted() && !table.order().isEmpty()) {
      spark.sql(
          "ALTER TABLE " + name + " WRITE LOCALLY ORDERED BY " + String.join(", ", table.order()));
    }
    // Files written before stay where they are; Iceberg reads both.
    for (PartitionField field : found.spec().fields()) {
      if (field.transform().toString().equals("month")
          && table.partitioning(namespace).startsWith("days(")) {
        spark.sql(
            "ALTER TABLE "
                + name
                + " REPLACE PARTITION FIELD "
                + field.name()
                + " WITH "
                + table.partitioning(namespace));
      }
    }
  }

  /** Rows from before a column was known have no value in it. */
  private void addColumns(Table table, String name) {
    Set<String> known = new HashSet<>(Arrays.asList(spark.table(name).columns()));
    List<Column> missing =
        table.columns().stream().filter(column -> !known.contains(column.name())).toList();
    if (!missing.isEmpty()) {
      spark.sql("ALTER TABLE " + name + " ADD COLUMNS (" + ddl(missing) + ")");
    }
  }

  private org.apache.iceberg.Table load(String name) {
    try {
      return Spark3Util.loadIcebergTable(spark, name);
    } catch (NoSuchTableException | ParseException e) {
      throw new IllegalStateException(name + " was there a moment ago", e);
    }
  }

  private static String ddl(List<Column> columns) {
    return columns.stream()
        .map(column -> column.name() + " " + column.sqlType())
        .collect(Collectors.joining(", "));
  }
}
