package org.skywatt.ingest.job;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.skywatt.core.table.Namespace;
import org.skywatt.core.table.Table;

/**
 * Keeps tables small and quick: many small files become few, sorted ones; old snapshots go, and so
 * do files that no snapshot knows, left by writers that were killed. Rows stay as they are. Safe
 * beside writers: each step is a commit of its own that fails, and does nothing, where another was
 * quicker; files younger than some days are never taken for left behind.
 */
public final class Maintenance {
  /** Long enough that a writer of such a file is surely gone; Iceberg refuses less than a day. */
  private static final Duration LEFT_BEHIND = Duration.ofDays(3);

  private static final int SNAPSHOTS_KEPT = 10;

  private final SparkSession spark;
  private final Namespace namespace;

  public Maintenance(SparkSession spark, Namespace namespace) {
    this.spark = spark;
    this.namespace = namespace;
  }

  /**
   * Tidies every table.
   *
   * @param keepSnapshots how long a table can be read as it was
   * @param progress told a line a table
   */
  public void run(Duration keepSnapshots, Consumer<String> progress) {
    Instant now = Instant.now();
    for (Table table : Table.values()) {
      String strategy = table.order().isEmpty() ? "'binpack'" : "'sort'";
      Row rewritten =
          call(
              table,
              "rewrite_data_files",
              ", strategy => "
                  + strategy
                  + ", options => map('partial-progress.enabled', 'true', 'min-input-files', '5')");
      call(table, "rewrite_manifests", "");
      call(
          table,
          "expire_snapshots",
          ", older_than => "
              + timestamp(now.minus(keepSnapshots))
              + ", retain_last => "
              + SNAPSHOTS_KEPT);
      long orphans =
          spark
              .sql(
                  sql(
                      table,
                      "remove_orphan_files",
                      ", older_than => " + timestamp(now.minus(LEFT_BEHIND))))
              .count();
      progress.accept(
          table.tableName()
              + ": "
              + rewritten.getInt(0)
              + " files became "
              + rewritten.getInt(1)
              + ", "
              + orphans
              + " left behind were removed");
    }
  }

  private Row call(Table table, String procedure, String arguments) {
    return spark.sql(sql(table, procedure, arguments)).head();
  }

  private String sql(Table table, String procedure, String arguments) {
    return "CALL "
        + Namespace.CATALOG
        + ".system."
        + procedure
        + "(table => '"
        + namespace.name()
        + "."
        + table.tableName()
        + "'"
        + arguments
        + ")";
  }

  private static String timestamp(Instant time) {
    return "TIMESTAMP '" + time + "'";
  }
}
