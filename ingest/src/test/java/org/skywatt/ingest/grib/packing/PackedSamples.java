package org.skywatt.ingest.grib.packing;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** One made-up field of 24 × 36 points, packed in every way that ecCodes 2.50 knows. */
final class PackedSamples {
  static final int ROWS = 24;
  static final int COLUMNS = 36;

  private PackedSamples() {}

  /** Names of the files. */
  static List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder())) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  static PackedMessages.Packed read(String name) throws IOException {
    return PackedMessages.of(folder().resolve(name)).get(0);
  }

  /** What ecCodes was given; NaN where missing. */
  static double value(int point, boolean someMissing) {
    int x = point % COLUMNS;
    int y = point / COLUMNS;
    if (someMissing && (x - 20) * (x - 20) + (y - 10) * (y - 10) < 30) {
      return Double.NaN;
    }
    if (x > 28 && y < 8) {
      return 250;
    }
    return 280 + 15 * Math.sin(x / 5.0) * Math.cos(y / 7.0) + (x * 7 + y * 13) % 11 * 0.1;
  }

  private static Path folder() {
    try {
      return Path.of(PackedSamples.class.getResource("/grib/packing").toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }
}
