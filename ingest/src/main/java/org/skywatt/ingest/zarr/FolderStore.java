package org.skywatt.ingest.zarr;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/** A store that is a folder. Keys that lead out of it are not there. */
final class FolderStore implements ZarrStore {
  private static final int DEEPEST = 6;
  private static final int MOST_FOUND = 10_000;

  private final Path folder;

  FolderStore(Path folder) {
    this.folder = folder.normalize();
  }

  private Path path(String key) throws IOException {
    try {
      Path path = folder.resolve(key).normalize();
      if (path.startsWith(folder)) {
        return path;
      }
    } catch (InvalidPathException e) {
      throw new IOException("'" + key + "' is no key", e);
    }
    throw new IOException("'" + key + "' leads out of the store");
  }

  @Override
  public long size(String key) throws IOException {
    Path path = path(key);
    return Files.isRegularFile(path) ? Files.size(path) : -1;
  }

  @Override
  public byte[] read(String key, long from, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length);
    try (FileChannel channel = FileChannel.open(path(key), StandardOpenOption.READ)) {
      while (buffer.hasRemaining()) {
        if (channel.read(buffer, from + buffer.position()) < 0) {
          throw new EOFException(key + " is truncated");
        }
      }
    }
    return buffer.array();
  }

  @Override
  public List<String> keysNamed(List<String> names) throws IOException {
    try (Stream<Path> paths =
        Files.find(
            folder,
            DEEPEST,
            (path, attributes) ->
                attributes.isRegularFile() && names.contains(path.getFileName().toString()))) {
      return paths
          .limit(MOST_FOUND)
          .map(path -> folder.relativize(path).toString().replace('\\', '/'))
          .sorted()
          .toList();
    }
  }

  @Override
  public void close() {}
}
