package org.skywatt.models.publish;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.skywatt.core.file.DurableRename;

/** Small files that are published as a whole. */
final class PublishedFile {
  private PublishedFile() {}

  /**
   * Writes {@code content} in place of what {@code target} held, in one step, making its folder.
   * Who may read it is said by the folder's owner as for any file: a temporary file could not be
   * read by a service of another user.
   */
  static void put(Path target, byte[] content) throws IOException {
    Files.createDirectories(target.getParent());
    Path unfinished =
        target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
    try {
      try (FileChannel channel =
          FileChannel.open(unfinished, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        ByteBuffer left = ByteBuffer.wrap(content);
        while (left.hasRemaining()) {
          int unused = channel.write(left);
        }
        channel.force(true);
      }
      DurableRename.move(unfinished, target);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }
}
