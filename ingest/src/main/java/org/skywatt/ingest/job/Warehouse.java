package org.skywatt.ingest.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
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
  private static final String LOCKS = "spark.skywatt.locks";

  /** Work that must be done without another writer. */
  @FunctionalInterface
  public interface Work {
    void run() throws IOException;
  }

  private final SparkSession spark;
  private final Namespace namespace;

  public Warehouse(SparkSession spark, Namespace namespace) {
    this.spark = spark;
    this.namespace = namespace;
  }

  /** Settings of a session whose catalog lies in {@code folder}, in an SQLite database. */
  public static SparkSession.Builder configure(SparkSession.Builder builder, Path folder) {
    String catalog = "spark.sql.catalog." + Namespace.CATALOG;
    catalog(folder).forEach((key, value) -> builder.config(catalog + "." + key, value));
    return builder
        .config("spark.sql.session.timeZone", "UTC")
        .config("spark.sql.datetime.java8API.enabled", "true")
        .config(
            "spark.sql.extensions",
            "org.apache.iceberg.spark.extensions.IcebergSparkSessionExtensions")
        .config(catalog, "org.apache.iceberg.spark.SparkCatalog")
        .config(catalog + ".catalog-impl", "org.apache.iceberg.jdbc.JdbcCatalog")
        .config(LOCKS, folder.resolve("locks").toString());
  }

  /** Settings of the catalog that lies in {@code folder}, as Iceberg names them. */
  public static Map<String, String> catalog(Path folder) {
    return Map.of(
        "uri",
        "jdbc:sqlite:" + folder.resolve(DATABASE) + "?journal_mode=WAL&busy_timeout=60000",
        "jdbc.schema-version",
        "V1",
        "jdbc.init-catalog-tables",
        Boolean.toString(!hasCatalogTables(folder)),
        "warehouse",
        folder.resolve("tables").toUri().toString());
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

  /**
   * Creates the tables that are not there yet, and brings those that an older version made up to
   * date.
   */
  public void createTables() {
    TableMaker maker = new TableMaker(spark, namespace);
    maker.makeNamespace();
    for (Table table : Table.values()) {
      maker.make(table);
    }
  }

  /**
   * Does {@code work} while no other process that uses the same folder adds what {@code source}
   * says to {@code table}. What such work looks up in the table stays true until it has added to
   * it.
   */
  void alone(Table table, String source, Work work) throws IOException {
    String name = namespace.name() + "-" + table.tableName() + "-" + source + ".lock";
    Path file = Path.of(spark.conf().get(LOCKS)).resolve(name.replaceAll("[^a-z0-9._-]", "_"));
    WriterLock.holding(
        file,
        () -> {
          // Another process may have added rows since this session last looked.
          spark.catalog().refreshTable(namespace.qualified(table));
          spark.catalog().refreshTable(namespace.qualified(Table.INGEST_LOG));
          work.run();
        });
  }

  /** Digests of the files that the log has of {@code source}. */
  Set<String> knownDigests(String source) {
    Set<String> digests = new HashSet<>();
    for (Row row :
        read(Table.INGEST_LOG)
            .filter(functions.col("source").equalTo(source))
            .select("sha256")
            .collectAsList()) {
      digests.add(row.getString(0));
    }
    return digests;
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
