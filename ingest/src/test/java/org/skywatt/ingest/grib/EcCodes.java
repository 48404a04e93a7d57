package org.skywatt.ingest.grib;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** ecCodes' command line tools, the outside authority on GRIB; tests skip where they are absent. */
public final class EcCodes {
  private EcCodes() {}

  /** A decoded point. */
  public record Point(double latitude, double longitude, double value) {}

  /** Values of keys, a row a field, as ecCodes prints them. */
  public static List<String[]> keys(Path file, String keys) {
    List<String[]> rows = new ArrayList<>();
    for (String line : run("grib_get", "-p", keys, file.toString())) {
      rows.add(line.trim().split("\\s+"));
    }
    return rows;
  }

  /** All points of all fields; NaN where missing. */
  public static List<List<Point>> data(Path file) {
    List<List<Point>> fields = new ArrayList<>();
    for (String line :
        run("grib_get_data", "-m", "NaN", "-F", "%.9g", "-L", "%.6f %.6f", file.toString())) {
      if (line.startsWith("Latitude")) {
        fields.add(new ArrayList<>());
        continue;
      }
      String[] parts = line.trim().split("[\\s,]+");
      fields
          .get(fields.size() - 1)
          .add(
              new Point(
                  Double.parseDouble(parts[0]),
                  Double.parseDouble(parts[1]),
                  Double.parseDouble(parts[2])));
    }
    return fields;
  }

  private static List<String> run(String... command) {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin", command[0])), "needs ecCodes' " + command[0]);
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      List<String> lines;
      try (BufferedReader reader =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
        lines = reader.lines().toList();
      }
      if (process.waitFor() != 0) {
        throw new AssertionError("ecCodes refused " + Arrays.toString(command));
      }
      return lines;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
