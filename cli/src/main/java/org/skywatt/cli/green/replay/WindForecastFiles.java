package org.skywatt.cli.green.replay;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.skywatt.green.replay.FarmPromises;
import org.skywatt.ingest.csv.CsvTable;
import org.skywatt.ingest.csv.RowException;

/** The wind track of GEFCom2012: seven farms, hourly, with forecasts by issue time and lead. */
final class WindForecastFiles {
  static final String POWER = "train.csv";
  static final int FARMS = 7;

  private static final LocalDateTime START = LocalDateTime.parse("2009-07-01T00:00:00");
  private static final int HOURS = 27_000;
  private static final int LEADS = 48;
  private static final String MISSING = "NA";
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMddHH", Locale.ROOT);

  private final Path folder;

  WindForecastFiles(Path folder) {
    this.folder = folder;
  }

  /** The hour at which a year begins, counted like the hours of {@link #power}. */
  static int firstHour(int year) {
    return (int) Duration.between(START, LocalDateTime.of(year, 1, 1, 0, 0)).toHours();
  }

  /** Power of a farm (1 to 7) by hour, shares of capacity; NaN where none is given. */
  double[] power(int farm) throws IOException {
    double[] power = new double[HOURS];
    Arrays.fill(power, Double.NaN);
    String column = "wp" + farm;
    ReplayTables.read(
        folder.resolve(POWER),
        List.of("date", column),
        row -> {
          int hour = hour(row);
          double value = row.number(column);
          if (value < 0 || value > 1) {
            throw row.refuse(column, value + " must be a share of capacity, 0 to 1");
          }
          power[hour] = value;
        });
    return power;
  }

  /** Forecasts that are whole, in the order of time. */
  List<FarmPromises.Issue> issues(int farm) throws IOException {
    Map<Integer, double[]> wind = new TreeMap<>();
    ReplayTables.read(
        folder.resolve("windforecasts_wf" + farm + ".csv.gz"),
        List.of("date", "hors", "ws"),
        row -> {
          int lead = ReplayTables.count(row, "hors", 1);
          if (lead <= LEADS) {
            double[] speeds = wind.computeIfAbsent(hour(row), hour -> missing());
            speeds[lead - 1] = row.text("ws").equals(MISSING) ? Double.NaN : row.number("ws");
          }
        });
    List<FarmPromises.Issue> issues = new ArrayList<>();
    wind.forEach(
        (hour, speeds) -> {
          if (Arrays.stream(speeds).noneMatch(Double::isNaN)) {
            issues.add(new FarmPromises.Issue(hour, speeds));
          }
        });
    return issues;
  }

  private static double[] missing() {
    double[] speeds = new double[LEADS];
    Arrays.fill(speeds, Double.NaN);
    return speeds;
  }

  private static int hour(CsvTable.Row row) throws RowException {
    try {
      long hour = Duration.between(START, LocalDateTime.parse(row.text("date"), STAMP)).toHours();
      if (hour < 0 || hour >= HOURS - LEADS) {
        throw row.refuse("date", "lies outside the years of the data");
      }
      return (int) hour;
    } catch (DateTimeException e) {
      throw row.refuse("date", "'" + row.text("date") + "' is not a time like 2009070100");
    }
  }
}
