package org.skywatt.ingest.job;

import java.io.Serializable;
import java.nio.file.Path;
import java.time.Instant;

/**
 * A file of NWP to be taken in.
 *
 * @param path of the file, as every machine that reads it sees it
 * @param published when the provider published it; null where that is not known, and the source's
 *     delay counts
 */
public record NwpFile(String path, Instant published) implements Serializable {
  private static final long serialVersionUID = 1L;

  /** A file of which only the content is known. */
  public static NwpFile of(Path path) {
    return new NwpFile(path.toAbsolutePath().toString(), null);
  }
}
