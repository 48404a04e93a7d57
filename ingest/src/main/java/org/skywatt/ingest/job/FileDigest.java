package org.skywatt.ingest.job;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.skywatt.core.hash.Sha256;

/**
 * SHA-256 of a file, or of a store that is a folder: what tells the ingest log whether it was taken
 * before.
 */
public final class FileDigest {
  private FileDigest() {}

  /** 64 lower-case hexadecimal digits. Of a folder, names within it count too. */
  public static String sha256(Path path) throws IOException {
    Sha256 digest = new Sha256();
    for (Path file : files(path)) {
      if (!file.equals(path)) {
        digest.update(path.relativize(file) + "\0");
      }
      ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
      try (FileChannel in = FileChannel.open(file)) {
        while (in.read(buffer) >= 0) {
          digest.update(buffer.flip());
          buffer.clear();
        }
      }
    }
    return digest.finish();
  }

  /** Bytes of a file, or of all files of a folder. */
  static long bytes(Path path) throws IOException {
    long bytes = 0;
    for (Path file : files(path)) {
      bytes += Files.size(file);
    }
    return bytes;
  }

  private static List<Path> files(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    try (Stream<Path> tree = Files.walk(path)) {
      return tree.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
