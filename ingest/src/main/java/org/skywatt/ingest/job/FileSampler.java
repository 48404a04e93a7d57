package org.skywatt.ingest.job;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.time.Instant;
import org.apache.spark.sql.Row;
import org.skywatt.ingest.file.Sampled;

/** Reads one file of a source into rows of one table. Shipped to Spark tasks. */
@FunctionalInterface
public interface FileSampler extends Serializable {
  /**
   * @param ingestedAt stamped on every row
   * @throws IOException if nothing of the file can be used; the message is shown to people
   */
  Sampled<Row> sample(Path file, Instant ingestedAt) throws IOException;
}
