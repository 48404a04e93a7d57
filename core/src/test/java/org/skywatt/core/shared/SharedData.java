package org.skywatt.core.shared;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Public reference data beside the checkout; a test that needs them is skipped without. */
public final class SharedData {
  private SharedData() {}

  /** The lines of a file, unzipped where its name ends with {@code .gz}. */
  public static List<String> lines(String folder, String name) {
    Path file = Path.of(System.getProperty("skywatt.shared", "absent"), folder, name);
    assumeTrue(Files.exists(file), () -> "no reference data at " + file);
    try (InputStream raw = Files.newInputStream(file);
        InputStream in = name.endsWith(".gz") ? new GZIPInputStream(raw) : raw;
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
