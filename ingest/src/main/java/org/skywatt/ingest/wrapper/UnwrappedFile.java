package org.skywatt.ingest.wrapper;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.skywatt.ingest.file.UnreadableFileException;

/**
 * A compressed file's content in a temporary file, which closing deletes: readers need to go back
 * and forth, and the content may be larger than memory.
 */
public final class UnwrappedFile implements AutoCloseable {
  /** Content larger than this is none that a weather service publishes as one file. */
  private static final long LARGEST = 16L << 30;

  /** The same of a small file that unpacks to a thousand times its size: a decompression bomb. */
  private static final long LARGEST_OF_SMALL = 1L << 30;

  private static final long MOST_GROWTH = 300;

  private final Path content;

  private UnwrappedFile(Path content) {
    this.content = content;
  }

  /**
   * Unpacks a file if it is compressed by gzip, bzip2 or xz; empty if it is not.
   *
   * @throws UnreadableFileException where it is truncated, corrupt or beyond all bounds
   */
  public static Optional<UnwrappedFile> find(Path file) throws IOException {
    Optional<Wrapping> wrapping = wrapping(file);
    return wrapping.isEmpty() ? Optional.empty() : Optional.of(unwrap(file, wrapping.get()));
  }

  /** Whether a file begins as a compressed one does. */
  public static boolean isWrapped(Path file) throws IOException {
    return wrapping(file).isPresent();
  }

  private static Optional<Wrapping> wrapping(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try (InputStream in = Files.newInputStream(file)) {
      return Wrapping.find(in.readNBytes(8));
    }
  }

  private static UnwrappedFile unwrap(Path file, Wrapping wrapping) throws IOException {
    long size = Files.size(file);
    return unwrap(
        file, wrapping, Math.min(LARGEST, Math.max(LARGEST_OF_SMALL, size * MOST_GROWTH)));
  }

  static UnwrappedFile unwrap(Path file, Wrapping wrapping, long most) throws IOException {
    Path content = Files.createTempFile("skywatt-", ".unpacked");
    boolean done = false;
    try (InputStream packed = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        OutputStream out = Files.newOutputStream(content)) {
      copy(file, wrapping, packed, out, most);
      done = true;
    } finally {
      if (!done) {
        Files.deleteIfExists(content);
      }
    }
    return new UnwrappedFile(content);
  }

  private static void copy(
      Path file, Wrapping wrapping, InputStream packed, OutputStream out, long most)
      throws IOException {
    byte[] buffer = new byte[1 << 16];
    long total = 0;
    InputStream in;
    try {
      in = wrapping.unwrap(packed);
    } catch (IOException | RuntimeException e) {
      throw broken(file, wrapping, e);
    }
    for (int count = read(file, wrapping, in, buffer);
        count >= 0;
        count = read(file, wrapping, in, buffer)) {
      total += count;
      if (total > most) {
        throw new UnreadableFileException(
            file, "", wrapping.label() + " content is larger than " + most + " bytes; refused");
      }
      out.write(buffer, 0, count);
    }
  }

  /** Failures of reading are the file's; those of writing (a full disk) are not. */
  private static int read(Path file, Wrapping wrapping, InputStream in, byte[] buffer)
      throws IOException {
    try {
      return in.read(buffer);
    } catch (IOException | RuntimeException e) {
      throw broken(file, wrapping, e);
    }
  }

  private static UnreadableFileException broken(Path file, Wrapping wrapping, Exception e) {
    return new UnreadableFileException(
        file,
        "",
        "truncated or corrupt " + wrapping.label() + " (" + e.getMessage() + "); fetch it again",
        e);
  }

  /** The temporary file. */
  public Path content() {
    return content;
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(content);
  }
}
