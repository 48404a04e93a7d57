package org.skywatt.ingest.fetch;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A file that is there whole or not at all: written beside its place, fsynced, then renamed. */
public final class PartialFile implements AutoCloseable {
  private static final String SUFFIX = ".partial";

  private final Path target;
  private final Path partial;
  private final FileChannel channel;

  private PartialFile(Path target, Path partial, FileChannel channel) {
    this.target = target;
    this.partial = partial;
    this.channel = channel;
  }

  /** Starts anew what a killed process may have left. */
  public static PartialFile create(Path target) throws IOException {
    Files.createDirectories(target.toAbsolutePath().getParent());
    Path partial = target.resolveSibling(target.getFileName() + SUFFIX);
    return new PartialFile(
        target,
        partial,
        FileChannel.open(
            partial,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE));
  }

  /** Where the bytes lie until {@link #commit()}. */
  public Path partial() {
    return partial;
  }

  /** Need not be closed: closing this does. */
  public OutputStream out() {
    return Channels.newOutputStream(channel);
  }

  public void commit() throws IOException {
    channel.force(true);
    channel.close();
    Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
    try (FileChannel folder = FileChannel.open(target.toAbsolutePath().getParent())) {
      folder.force(true);
    }
  }

  /** Leaves nothing behind unless it was committed. */
  @Override
  public void close() throws IOException {
    channel.close();
    Files.deleteIfExists(partial);
  }
}
