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
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** ecCodes' command line tools, the outside authority on GRIB; tests skip where they are absent. */
public final class EcCodes {
  private static final long MISSING = -1_000_000_000;

  private EcCodes() {}

  /** A decoded point. */
  public record Point(double latitude, double longitude, double value) {}

  /** The folder of the messages that ecCodes starts new ones from. */
  static Path templates() {
    return Path.of(run("codes_info", "-s").get(0));
  }

  /** Values of keys, a row a field, as ecCodes prints them. */
  public static List<String[]> keys(Path file, String keys) {
    List<String[]> rows = new ArrayList<>();
    for (String line : run("grib_get", "-p", keys, file.toString())) {
      rows.add(line.trim().split("\\s+"));
    }
    return rows;
  }

  /** The same of files that lack some of the keys, which come as {@code not_found}. */
  static List<String[]> forcedKeys(Path file, String keys) {
    List<String[]> rows = new ArrayList<>();
    for (String line : run("grib_get", "-f", "-p", keys, file.toString())) {
      rows.add(line.trim().split("\\s+"));
    }
    return rows;
  }

  /** A date and time as ecCodes writes them, as an instant's text. */
  static String time(String date, String time) {
    String hours = String.format(Locale.ROOT, "%04d", Integer.parseInt(time));
    return date.substring(0, 4)
        + "-"
        + date.substring(4, 6)
        + "-"
        + date.substring(6)
        + "T"
        + hours.substring(0, 2)
        + ":"
        + hours.substring(2)
        + ":00Z";
  }

  /** A number as C prints it. */
  static double number(String text) {
    return text.equalsIgnoreCase("nan") ? Double.NaN : Double.parseDouble(text);
  }

  /** All points of one field, counted from 1; NaN where missing. */
  static List<Point> data(Path file, int field) {
    return points(List.of("-w", "count=" + field), file).get(0);
  }

  /** All points of all fields; NaN where missing. */
  public static List<List<Point>> data(Path file) {
    return points(List.of(), file);
  }

  private static List<List<Point>> points(List<String> options, Path file) {
    List<List<Point>> fields = new ArrayList<>();
    List<String> command = new ArrayList<>(List.of("grib_get_data"));
    command.addAll(options);
    command.addAll(List.of("-m", "NaN", "-F", "%.9g", "-L", "%.6f %.6f", file.toString()));
    for (String line : run(command.toArray(String[]::new))) {
      if (line.startsWith("Latitude") || line.startsWith("Value")) {
        fields.add(new ArrayList<>());
        continue;
      }
      String[] parts = line.trim().split("[\\s,]+");
      boolean placed = parts.length == 3; // ecCodes may know no places, and gives values alone
      fields
          .get(fields.size() - 1)
          .add(
              new Point(
                  placed ? number(parts[0]) : Double.NaN,
                  placed ? number(parts[1]) : Double.NaN,
                  number(parts[parts.length - 1])));
    }
    return fields;
  }

  /** Values of some fields in scan order, NaN where missing; fields are counted from 1. */
  public static List<double[]> values(Path file, Collection<Integer> fields) throws IOException {
    StringBuilder rules = new StringBuilder("set missingValue=" + MISSING + ";\n");
    for (int field : fields) {
      rules.append("if (count==" + field + ") { print \"field\"; print \"[values%.9g!1]\"; }\n");
    }
    Path filter = Files.createTempFile("values", ".filter");
    List<double[]> all = new ArrayList<>();
    double[] values = new double[0];
    int size = 0;
    try {
      Files.writeString(filter, rules);
      for (String line : run("grib_filter", filter.toString(), file.toString())) {
        String text = line.trim();
        if (text.equals("field")) {
          all.add(Arrays.copyOf(values, size));
          size = 0;
        } else if (!text.isEmpty()) {
          values = size == values.length ? Arrays.copyOf(values, 2 * size + 1000) : values;
          double value = Double.parseDouble(text);
          values[size++] = value == MISSING ? Double.NaN : value;
        }
      }
    } finally {
      Files.delete(filter);
    }
    all.add(Arrays.copyOf(values, size));
    return all.subList(1, all.size());
  }

  /** A file repacked by {@code grib_set -r} with other keys; empty where ecCodes cannot. */
  public static Optional<Path> repacked(Path file, String keys, Path to) {
    List<String> command = List.of("grib_set", "-r", "-s", keys, file.toString(), to.toString());
    return succeeds(command) ? Optional.of(to) : Optional.empty();
  }

  private static boolean succeeds(List<String> command) {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin", command.get(0))), "needs ecCodes");
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
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
