package org.skywatt.ingest.bangkok;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.skywatt.ingest.csv.CsvTable;
import org.skywatt.ingest.csv.Rejections;
import org.skywatt.ingest.csv.RowException;
import org.skywatt.ingest.file.UnreadableFileException;

/**
 * The folder's series on one grid of quarter hours. Stamps are local (UTC+7) and taken as the start
 * of their quarter hour: so the sun has it (docs/benchmarks.md). Of a stamp that is there twice the
 * first row counts.
 *
 * @param start of the first quarter hour
 * @param values of each series, one a quarter hour, NaN where missing
 * @param refused what was refused, a line each, at most twenty a file
 */
public record BangkokFiles(Instant start, Map<Series, double[]> values, List<String> refused) {
  public static final Duration STEP = Duration.ofMinutes(15);

  /** Rated power of the modules, as stated. */
  public static final double MODULES_KW = 8;

  /** Taken for the inverter's: power never passes 4.77 kW. */
  public static final double CAPACITY_KW = 5;

  private static final ZoneOffset LOCAL = ZoneOffset.ofHours(7);
  private static final Duration LONGEST = Duration.ofDays(20 * 366);

  /**
   * @throws IOException if a series has no file, or a file is unreadable or misses a column
   */
  public static BangkokFiles read(Path folder) throws IOException {
    Map<Series, Map<Instant, Double>> read = new EnumMap<>(Series.class);
    List<String> refused = new ArrayList<>();
    for (Series series : Series.values()) {
      Map<Instant, Double> values = new TreeMap<>();
      for (Path file : files(folder, series)) {
        Rejections rejections =
            CsvTable.read(
                file,
                List.of("datetime", series.column()),
                row -> {
                  double value = row.number(series.column());
                  if (!series.isPossible(value)) {
                    throw row.refuse(series.column(), value + " is out of range");
                  }
                  if (values.putIfAbsent(start(row), value) != null) {
                    throw row.refuse("datetime", "is there twice");
                  }
                });
        rejections.reasons().forEach(reason -> refused.add(file.getFileName() + " " + reason));
      }
      read.put(series, values);
    }
    return onOneGrid(folder, read, refused);
  }

  private static List<Path> files(Path folder, Series series) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      List<Path> files =
          all.filter(
                  file -> file.getFileName().toString().matches(series.file() + "_\\d+\\.csv\\.gz"))
              .sorted()
              .toList();
      if (files.isEmpty()) {
        throw new NoSuchFileException(folder.resolve(series.file() + "_YEAR.csv.gz").toString());
      }
      return files;
    }
  }

  private static Instant start(CsvTable.Row row) throws RowException {
    String text = row.text("datetime");
    try {
      Instant start = LocalDateTime.parse(text.replace(' ', 'T')).toInstant(LOCAL);
      if (start.getEpochSecond() % STEP.toSeconds() == 0) {
        return start;
      }
    } catch (DateTimeException e) {
      throw row.refuse("datetime", "'" + text + "' is no time like 2023-12-31 18:45:00 (local)");
    }
    throw row.refuse("datetime", text + " is no quarter of an hour");
  }

  private static BangkokFiles onOneGrid(
      Path folder, Map<Series, Map<Instant, Double>> read, List<String> refused)
      throws UnreadableFileException {
    Instant first = Instant.MAX;
    Instant last = Instant.MIN;
    for (Map<Instant, Double> values : read.values()) {
      for (Instant each : values.keySet()) {
        first = each.isBefore(first) ? each : first;
        last = each.isAfter(last) ? each : last;
      }
    }
    if (last.isBefore(first)) {
      throw new UnreadableFileException(folder, "", "the files hold no row that can be read");
    }
    if (Duration.between(first, last).compareTo(LONGEST) > 0) {
      throw new UnreadableFileException(
          folder, "", "times from " + first + " to " + last + " are over 20 years");
    }
    Instant origin = first;
    int size = (int) Duration.between(first, last).dividedBy(STEP) + 1;
    Map<Series, double[]> grid = new EnumMap<>(Series.class);
    read.forEach(
        (series, values) -> {
          double[] column = new double[size];
          Arrays.fill(column, Double.NaN);
          values.forEach(
              (at, value) -> column[(int) Duration.between(origin, at).dividedBy(STEP)] = value);
          grid.put(series, column);
        });
    return new BangkokFiles(origin, grid, List.copyOf(refused));
  }
}
