package org.skywatt.core.field;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.skywatt.core.arrow.ArrowFooter;
import org.skywatt.core.grid.BilinearWeights;
import org.skywatt.core.variable.Variable;

/**
 * A fields file mapped into memory. Opening reads only its footer; a value is interpolated from the
 * four points around it, taken from the mapping. Safe for threads. The mapping is given back when
 * the object is no longer reachable.
 *
 * <p>A file that is cut short while it is mapped ends in {@link FieldsFileException}.
 */
public final class FieldsFile {
  private final Path path;
  private final FieldsHeader header;
  private final String sha256;
  private final List<MappedField> fields;
  private final Map<String, NavigableMap<Instant, MappedField>> byVariable = new HashMap<>();

  private FieldsFile(Path path, FieldsHeader header, String sha256, List<MappedField> fields) {
    this.path = path;
    this.header = header;
    this.sha256 = sha256;
    this.fields = fields;
    for (MappedField each : fields) {
      byVariable
          .computeIfAbsent(each.column(), unused -> new TreeMap<>())
          .put(Instant.ofEpochSecond(each.validTime()), each);
    }
  }

  /**
   * Maps a file and checks its structure; {@link #verifyChecksum()} checks the values too.
   *
   * @throws IOException if the file does not exist or cannot be read
   * @throws FieldsFileException if it is not a whole fields file of this format version
   */
  public static FieldsFile open(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      ArrowFooter footer = ArrowFooter.read(channel);
      Map<String, String> metadata = footer.metadata("fields file", FieldsFileWriter.COLUMNS);
      FieldsHeader header = FieldsHeader.parse(metadata);
      String sha256 = metadata.get(FieldsFileWriter.SHA256);
      if (sha256 == null) {
        throw new IllegalArgumentException("metadata sha256 is missing");
      }
      int points = header.grid().size();
      return new FieldsFile(
          path,
          header,
          sha256,
          footer.mapBatches((batch, body) -> new MappedField(batch, body, points)));
    } catch (RuntimeException | InternalError e) {
      throw new FieldsFileException(path, describe(e), e);
    }
  }

  public FieldsHeader header() {
    return header;
  }

  /** The SHA-256 of the content as the file states it, hexadecimal. */
  public String sha256() {
    return sha256;
  }

  /** Times at which the file has {@code variable}; unmodifiable, perhaps empty. */
  public NavigableSet<Instant> validTimes(Variable variable) {
    return Collections.unmodifiableNavigableSet(
        byVariable.getOrDefault(variable.column(), new TreeMap<>()).navigableKeySet());
  }

  /**
   * A value at a place, bilinear as sites are sampled.
   *
   * @param latitude degrees north
   * @param longitude degrees east
   * @param validTime one of {@link #validTimes}
   * @return in the variable's unit; NaN where it is missing, at other times and outside the area
   */
  public double value(Variable variable, double latitude, double longitude, Instant validTime) {
    MappedField field = byVariable.getOrDefault(variable.column(), new TreeMap<>()).get(validTime);
    Optional<BilinearWeights> weights = header.grid().findWeights(latitude, longitude);
    if (field == null || weights.isEmpty()) {
      return Double.NaN;
    }
    return read(() -> interpolate(weights.get(), field.values()));
  }

  private static double interpolate(BilinearWeights at, FloatBuffer values) {
    float[] corners = {
      values.get(at.topLeft()),
      values.get(at.topRight()),
      values.get(at.bottomLeft()),
      values.get(at.bottomRight())
    };
    return new BilinearWeights(0, 1, 2, 3, at.down(), at.right(), at.rightBelow())
        .interpolate(corners);
  }

  /**
   * Reads the whole file.
   *
   * @throws FieldsFileException if the content does not have the checksum that the file states
   */
  public void verifyChecksum() {
    String found =
        read(
            () -> {
              FieldsHash hash = new FieldsHash(header);
              for (MappedField each : fields) {
                hash.update(each.column(), each.validTime(), each.bytes());
              }
              return hash.finish();
            });
    if (!found.equals(sha256)) {
      throw new FieldsFileException(
          path, "content has SHA-256 " + found + ", but the file states " + sha256, null);
    }
  }

  /** Every access to mapped memory goes through here. */
  private <T> T read(Supplier<T> access) {
    try {
      return access.get();
    } catch (InternalError | IllegalArgumentException e) {
      throw new FieldsFileException(path, describe(e), e);
    }
  }

  private static String describe(Throwable problem) {
    if (problem instanceof InternalError) {
      return "the file was cut short while it was mapped";
    }
    return problem instanceof IllegalArgumentException
        ? problem.getMessage()
        : "the file is damaged (" + problem + ")";
  }
}
