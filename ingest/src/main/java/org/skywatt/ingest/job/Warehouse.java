package org.skywatt.ingest.job;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.skywatt.core.table.Column;
import org.skywatt.core.table.Namespace;
import org.skywatt.core.table.Table;

/**
 * The Iceberg tables of one namespace. The catalog is Iceberg's JdbcCatalog: a commit is one
 * compare-and-set of a database row, so that two writers, or a writer that is killed, never leave
 * half a commit. SQLite keeps a write-ahead log: with its older journal, a reader that lingers
 * makes every writer fail.
 */
public final class Warehouse {
  private static final String DATABASE = "catalog.db";

  private final SparkSession spark;
  private final Namespace namespace;

  public Warehouse(SparkSession spark, Namespace namespace) {
    this.spark = spark;
    this.namespace = namespace;
  }

  /** Settings of a session whose catalog lies in {@code folder}, in an SQLite database. */
  public static SparkSession.Builder configure(SparkSession.Builder builder, Path folder) {
    String catalog = "spark.sql.catalog." + Namespace.CATALOG;
    return builder
        .config("spark.sql.session.timeZone", "UTC")
        .config("spark.sql.datetime.java8API.enabled", "true")
        .config(
            "spark.sql.extensions",
            "org.apache.iceberg.spark.extensions.IcebergSparkSessionExtensions")
        .config(catalog, "org.apache.iceberg.spark.SparkCatalog")
        .config(catalog + ".catalog-impl", "org.apache.iceberg.jdbc.JdbcCatalog")
        .config(
            catalog + ".uri",
            "jdbc:sqlite:" + folder.resolve(DATABASE) + "?journal_mode=WAL&busy_timeout=60000")
        .config(catalog + ".jdbc.schema-version", "V1")
        .config(catalog + ".jdbc.init-catalog-tables", !hasCatalogTables(folder))
        .config(catalog + ".warehouse", folder.resolve("tables").toUri().toString());
  }

  /**
   * Whether the catalog's own tables are there. JdbcCatalog would ask too, but never closes the
   * answer, and with that keeps every other writer waiting for as long as it lives.
   */
  private static boolean hasCatalogTables(Path folder) {
    Path database = folder.resolve(DATABASE);
    if (!Files.exists(database)) {
      return false;
    }
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
        Statement statement = connection.createStatement();
        ResultSet answer =
            statement.executeQuery(
                "SELECT count(*) FROM sqlite_master WHERE name IN"
                    + " ('iceberg_tables', 'iceberg_namespace_properties')")) {
      return answer.next() && answer.getInt(1) == 2;
    } catch (SQLException e) {
      return false; // the catalog will meet the same, and say so
    }
  }

  /** Creates the tables that are not there yet. */
  public void createTables() {
    spark.sql("CREATE NAMESPACE IF NOT EXISTS " + Namespace.CATALOG + "." + namespace.name());
    for (Table table : Table.values()) {
      String columns =
          table.columns().stream()
              .map(column -> column.name() + " " + column.sqlType())
              .collect(Collectors.joining(", "));
      String partitioned =
          table.partitioning().isEmpty() ? "" : " PARTITIONED BY (" + table.partitioning() + ")";
      spark.sql(
          "CREATE TABLE IF NOT EXISTS "
              + namespace.qualified(table)
              + " ("
              + columns
              + ") USING iceberg"
              + partitioned
              + " TBLPROPERTIES ('write.distribution-mode'='none',"
              + " 'write.spark.fanout.enabled'='true')");
    }
  }

  public Namespace namespace() {
    return namespace;
  }

  public SparkSession spark() {
    return spark;
  }

  /** All rows of {@code table}. */
  public Dataset<Row> read(Table table) {
    return spark.table(namespace.qualified(table));
  }

  /** Spark's schema of {@code table}, in the order of its columns. */
  public static StructType schema(Table table) {
    String ddl =
        table.columns().stream()
            .map(column -> column.name() + " " + column.sqlType())
            .collect(Collectors.joining(", "));
    return StructType.fromDDL(ddl);
  }

  /**
   * Adds the rows whose key is not there yet, in one commit; rows that are there stay as they are,
   * and of rows with the same key in {@code rows} one is taken.
   */
  public void append(Table table, List<Row> rows) {
    if (!rows.isEmpty()) {
      append(table, spark.createDataFrame(rows, schema(table)));
    }
  }

  /** As {@link #append(Table, List)}, for a data set with the table's columns. */
  public void append(Table table, Dataset<Row> rows) {
    String view = "append_" + namespace.name() + "_" + table.tableName();
    rows.dropDuplicates(table.key().toArray(String[]::new)).createOrReplaceTempView(view);
    String match =
        table.key().stream()
            .map(key -> "t." + key + " = s." + key)
            .collect(Collectors.joining(" AND "));
    spark.sql(
        "MERGE INTO "
            + namespace.qualified(table)
            + " t USING "
            + view
            + " s ON "
            + match
            + " WHEN NOT MATCHED THEN INSERT *");
    spark.catalog().dropTempView(view);
  }

  /** Current snapshot of {@code table}, or 0 if it has none yet. */
  public long snapshotId(Table table) {
    List<Row> newest =
        spark
            .sql(
                "SELECT snapshot_id FROM "
                    + namespace.qualified(table)
                    + ".history ORDER BY made_current_at DESC LIMIT 1")
            .collectAsList();
    return newest.isEmpty() ? 0 : newest.get(0).getLong(0);
  }

  /** Names of the columns of {@code table}, in order. */
  static List<String> columnNames(Table table) {
    return table.columns().stream().map(Column::name).toList();
  }
}
