package org.skywatt.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.skywatt.ingest.job.Warehouse;

/** Opens Spark over a data folder. */
public final class Sessions {
  /** Spark refuses to start below this, in words that name its own settings. */
  private static final long LEAST_HEAP_BYTES = 500L << 20;

  /** Jars that no Spark distribution has: executors get them from the driver. */
  private static final Pattern SHIPPED =
      Pattern.compile(
          "(skywatt|iceberg|cdm|grib|jj2000|httpservices|udunits|bzip2|jdom2|jsoup|geotools-wrapper"
              + "|jts-core|sqlite-jdbc|commons-csv|xgboost4j|xz|picocli|joda-time|jcip)-.*\\.jar");

  /** System property that {@code --master} sets. */
  private static final String MASTER = "skywatt.master";

  private Sessions() {}

  /**
   * A session on the master named by {@code --master}, else by {@code SPARK_MASTER}, else on this
   * machine's cores. Machines of a cluster see the data folder and the files to be read under the
   * same paths.
   *
   * @throws IOException if the folder of the tables cannot be made
   */
  public static SparkSession open(DataHome home) throws IOException {
    requireMemory(Runtime.getRuntime().maxMemory());
    Files.createDirectories(home.warehouse().resolve("tables"));
    Path scratch = Scratch.open(home.warehouse().resolve("scratch"));
    String master = master();
    SparkSession.Builder builder =
        Warehouse.configure(SparkSession.builder(), home.warehouse())
            .appName("skywatt")
            .master(master)
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.ui.enabled", "false")
            .config("spark.sql.shuffle.partitions", "4")
            .config("spark.sql.catalogImplementation", "in-memory")
            .config("spark.driver.maxResultSize", "2g")
            // Tasks that must run all at once, where there is no room for them: not ten minutes.
            .config("spark.scheduler.barrier.maxConcurrentTasksCheck.interval", "5s")
            .config("spark.scheduler.barrier.maxConcurrentTasksCheck.maxFailures", "4")
            .config("spark.local.dir", scratch.toString())
            .config(
                "spark.sql.warehouse.dir", home.warehouse().resolve("tables").toUri().toString());
    if (!isLocal()) {
      ship(builder);
    }
    SparkSession spark = builder.getOrCreate();
    spark.sparkContext().setLogLevel("ERROR");
    return spark;
  }

  private static String master() {
    return System.getProperty(MASTER, System.getenv().getOrDefault("SPARK_MASTER", "local[*]"));
  }

  /** Whether sessions use this machine alone. */
  public static boolean isLocal() {
    return master().startsWith("local");
  }

  /**
   * Names the master of the sessions to come.
   *
   * @param master as Spark writes it, such as {@code spark://host:7077}; null for none
   */
  public static void useMaster(String master) {
    if (master == null) {
      System.clearProperty(MASTER);
    } else {
      System.setProperty(MASTER, master);
    }
  }

  /** Whether executors need this jar from us. */
  public static boolean isShipped(Path jar) {
    return SHIPPED.matcher(jar.getFileName().toString()).matches();
  }

  /**
   * Jars are sent. Folders of classes, of a checkout under test, cannot be: then all is read where
   * it is, by one class loader, as classes in folders do not see those in jars that were sent.
   */
  private static void ship(SparkSession.Builder builder) {
    List<Path> ours =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(entry -> Path.of(entry).toAbsolutePath())
            .filter(path -> Files.isDirectory(path) || isShipped(path))
            .toList();
    if (ours.stream().anyMatch(Files::isDirectory)) {
      builder.config(
          "spark.executor.extraClassPath", joined(ours, Path::toString, File.pathSeparator));
    } else {
      builder.config("spark.jars", joined(ours, path -> path.toUri().toString(), ","));
    }
    builder.config("spark.executor.memory", "900m");
  }

  private static String joined(List<Path> paths, Function<Path, String> text, String separator) {
    return paths.stream().map(text).collect(Collectors.joining(separator));
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
