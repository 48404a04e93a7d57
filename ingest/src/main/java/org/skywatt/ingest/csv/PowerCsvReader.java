package org.skywatt.ingest.csv;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.skywatt.ingest.file.UnreadableFileException;

/**
 * Reads power of unknown quality from CSV files of almost any layout, to be checked and not to be
 * stored: times with an offset or in a given zone, one column of power, one plant or many. Values
 * are kept as they are; of a time that is there twice the first value counts.
 */
public final class PowerCsvReader {
  private static final Duration LONGEST_STEP = Duration.ofDays(1);

  private PowerCsvReader() {}

  /**
   * How to read the files.
   *
   * @param timeColumn found where empty
   * @param powerColumn found where empty
   * @param zone of times without an offset
   * @param stampsEnd whether the times are the ends of intervals
   */
  public record Layout(
      Optional<String> timeColumn, Optional<String> powerColumn, ZoneId zone, boolean stampsEnd) {}

  /**
   * One plant's power in time order.
   *
   * @param siteId empty where the files do not say
   * @param startSeconds starts of the intervals, seconds since 1970-01-01T00:00Z
   * @param stepSeconds the commonest distance of neighbours, or the intervals' own length
   * @param repeated starts that were there more than once, in order
   */
  public record Series(
      String siteId,
      long[] startSeconds,
      double[] power,
      long stepSeconds,
      List<Instant> repeated) {}

  /** What the files hold; series sorted by site. */
  public record Result(List<Series> series, Rejections rejections) {}

  private static final class Gathered {
    private final TreeMap<Instant, Double> power = new TreeMap<>();
    private final TreeMap<Instant, Integer> repeated = new TreeMap<>();
    private final Map<Long, Integer> lengths = new HashMap<>();
    private Instant before = Instant.MIN;

    void add(Instant start, double value) {
      if (power.putIfAbsent(start, value) != null) {
        repeated.merge(start, 1, Integer::sum);
      }
      before = start;
    }
  }

  /**
   * Reads files that continue each other.
   *
   * @throws UnreadableFileException where one is no such table, or a plant has fewer than two rows
   */
  public static Result read(List<Path> files, Layout layout) throws IOException {
    Map<String, Gathered> sites = new TreeMap<>();
    Rejections.Collector rejections = new Rejections.Collector();
    long more = 0;
    for (Path file : files) {
      PowerColumns columns = PowerColumns.find(file, layout.timeColumn(), layout.powerColumn());
      Rejections refused =
          CsvTable.read(file, List.of(), row -> add(row, columns, layout.zone(), sites));
      refused.first().forEach(rejections::add);
      more += refused.count() - refused.first().size();
    }
    List<Series> series = new ArrayList<>();
    for (Map.Entry<String, Gathered> each : sites.entrySet()) {
      series.add(series(each.getKey(), each.getValue(), files.get(0), layout));
    }
    Rejections listed = rejections.result();
    if (series.isEmpty()) {
      String first = listed.reasons().isEmpty() ? "" : ", the first: " + listed.reasons().get(0);
      throw new UnreadableFileException(
          files.get(0), "", "no row can be read (" + listed.count() + " refused" + first + ")");
    }
    return new Result(series, new Rejections(listed.count() + more, listed.first()));
  }

  private static void add(
      CsvTable.Row row, PowerColumns columns, ZoneId zone, Map<String, Gathered> sites)
      throws RowException {
    String siteId = columns.site().map(row::text).orElse("");
    double power = row.number(columns.power());
    Gathered gathered = sites.get(siteId);
    Instant before = gathered == null ? Instant.MIN : gathered.before;
    Instant start = time(row, columns.time(), zone, before);
    if (columns.end().isPresent()) {
      Instant end = time(row, columns.end().get(), zone, start);
      Duration length = Duration.between(start, end);
      if (length.isNegative() || length.isZero() || length.compareTo(LONGEST_STEP) > 0) {
        throw row.refuse(
            columns.end().get(), "the interval ends " + end + ", not within a day after " + start);
      }
      gathered = sites.computeIfAbsent(siteId, key -> new Gathered());
      gathered.lengths.merge(length.toSeconds(), 1, Integer::sum);
    }
    sites.computeIfAbsent(siteId, key -> new Gathered()).add(start, power);
  }

  private static Instant time(CsvTable.Row row, String column, ZoneId zone, Instant before)
      throws RowException {
    try {
      return LocalStamp.parse(row.text(column)).instant(zone, before);
    } catch (DateTimeException e) {
      throw row.refuse(column, e.getMessage());
    }
  }

  private static Series series(String siteId, Gathered gathered, Path file, Layout layout)
      throws IOException {
    long[] starts = gathered.power.keySet().stream().mapToLong(Instant::getEpochSecond).toArray();
    if (starts.length < 2) {
      throw new UnreadableFileException(
          file, siteId, "has one time only; a series needs two and should have weeks");
    }
    long step = gathered.lengths.isEmpty() ? commonest(steps(starts)) : commonest(gathered.lengths);
    if (layout.stampsEnd() && gathered.lengths.isEmpty()) {
      starts = Arrays.stream(starts).map(end -> end - step).toArray();
    }
    double[] power = gathered.power.values().stream().mapToDouble(Double::doubleValue).toArray();
    return new Series(siteId, starts, power, step, List.copyOf(gathered.repeated.keySet()));
  }

  private static Map<Long, Integer> steps(long[] starts) {
    Map<Long, Integer> steps = new HashMap<>();
    for (int i = 1; i < starts.length; i++) {
      steps.merge(starts[i] - starts[i - 1], 1, Integer::sum);
    }
    return steps;
  }

  private static long commonest(Map<Long, Integer> counts) {
    return counts.entrySet().stream()
        .max(
            Map.Entry.<Long, Integer>comparingByValue()
                .thenComparing(Map.Entry.<Long, Integer>comparingByKey().reversed()))
        .orElseThrow()
        .getKey();
  }
}
