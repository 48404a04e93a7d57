package org.skywatt.ingest.job;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;

/** A file that the log does not know. */
record FreshFile(NwpFile file, String sha256, long bytes) implements Serializable {
  private static final long serialVersionUID = 1L;

  static FreshFile of(NwpFile file) throws IOException {
    Path path = Path.of(file.path());
    return new FreshFile(file, FileDigest.sha256(path), FileDigest.bytes(path));
  }
}
