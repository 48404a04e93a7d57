package org.skywatt.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.skywatt.ingest.job.Warehouse;

/** Opens Spark over a data folder. */
public final class Sessions {
  /** Spark refuses to start below this, in words that name its own settings. */
  private static final long LEAST_HEAP_BYTES = 500L << 20;

  private Sessions() {}

  /**
   * A session on {@code SPARK_MASTER}, else on this machine's cores.
   *
   * @throws IOException if the folder of the tables cannot be made
   */
  public static SparkSession open(DataHome home) throws IOException {
    requireMemory(Runtime.getRuntime().maxMemory());
    Files.createDirectories(home.warehouse().resolve("tables"));
    Path scratch = Scratch.open(home.warehouse().resolve("scratch"));
    String master = System.getenv().getOrDefault("SPARK_MASTER", "local[*]");
    SparkSession spark =
        Warehouse.configure(SparkSession.builder(), home.warehouse())
            .appName("skywatt")
            .master(master)
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.ui.enabled", "false")
            .config("spark.sql.shuffle.partitions", "4")
            .config("spark.sql.catalogImplementation", "in-memory")
            .config("spark.driver.maxResultSize", "2g")
            .config("spark.local.dir", scratch.toString())
            .config(
                "spark.sql.warehouse.dir", home.warehouse().resolve("tables").toUri().toString())
            .getOrCreate();
    spark.sparkContext().setLogLevel("ERROR");
    return spark;
  }

  private static void requireMemory(long heapBytes) throws IOException {
    if (heapBytes < LEAST_HEAP_BYTES) {
      throw new IOException(
          "a heap of "
              + (heapBytes >> 20)
              + " MB is too small for Spark: give it at least 1 GB, e.g. SKYWATT_XMX=1g");
    }
  }
}
