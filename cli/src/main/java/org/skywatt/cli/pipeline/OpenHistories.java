package org.skywatt.cli.pipeline;

import java.nio.file.Files;
import java.time.Instant;
import org.apache.spark.sql.SparkSession;
import org.skywatt.cli.DataHome;
import org.skywatt.cli.Sessions;
import org.skywatt.core.table.Namespace;
import org.skywatt.features.job.Histories;
import org.skywatt.features.job.LocalHistories;
import org.skywatt.features.job.SiteHistories;
import org.skywatt.ingest.job.Warehouse;

/**
 * The tables of a data folder, by site. Those of some hundred sites are read in this process, which
 * takes a second; Spark, which takes ten to start, reads those of more, and where a cluster is
 * named.
 */
public final class OpenHistories {
  /** About 100 MB of records, and as long to read as Spark takes to start. */
  private static final int MOST_SITES = 200;

  private OpenHistories() {}

  /** Work with the tables. */
  @FunctionalInterface
  public interface Work<T> {
    T with(SiteHistories histories) throws Exception;
  }

  /** Does {@code work}, which is about the sites known at {@code asOf}. */
  public static <T> T use(DataHome home, Instant asOf, Work<T> work) throws Exception {
    if (Sessions.isLocal()) {
      Files.createDirectories(home.warehouse());
      try (LocalHistories local =
          new LocalHistories(Warehouse.catalog(home.warehouse()), Namespace.LIVE)) {
        if (local.sites(asOf).size() <= MOST_SITES) {
          return work.with(local);
        }
      }
    }
    try (SparkSession spark = Sessions.open(home)) {
      return work.with(new Histories(spark, Namespace.LIVE));
    }
  }
}
