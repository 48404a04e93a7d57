package org.skywatt.ingest.job;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.skywatt.core.hash.Sha256;

/** SHA-256 of a file: what tells the ingest log whether a file was taken before. */
public final class FileDigest {
  private FileDigest() {}

  /** 64 lower-case hexadecimal digits. */
  public static String sha256(Path file) throws IOException {
    Sha256 digest = new Sha256();
    ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
    try (FileChannel in = FileChannel.open(file)) {
      while (in.read(buffer) >= 0) {
        digest.update(buffer.flip());
        buffer.clear();
      }
    }
    return digest.finish();
  }
}
