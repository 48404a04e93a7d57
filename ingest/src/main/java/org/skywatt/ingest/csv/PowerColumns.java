package org.skywatt.ingest.csv;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.skywatt.ingest.file.UnreadableFileException;

/**
 * Which columns of a file of power hold what. Our own files ({@link GenerationCsvReader}) are told
 * by their header; else the first column whose first value is a time, and the one other column of
 * numbers, or the one of them whose name says power.
 *
 * @param time start of the interval, or its end
 * @param end of the interval; empty where the file has only one time
 * @param power mean AC power
 * @param site empty where the file is of one plant
 */
record PowerColumns(String time, Optional<String> end, String power, Optional<String> site) {
  private static final Pattern SAYS_POWER =
      Pattern.compile("power|\\bk?w\\b|mw|ptot|p_?ac|generation|output", Pattern.CASE_INSENSITIVE);

  /**
   * @param timeColumn wanted; found where empty
   * @param powerColumn wanted; found where empty
   * @throws UnreadableFileException where a wanted column is absent, or which one is meant is open
   */
  static PowerColumns find(Path file, Optional<String> timeColumn, Optional<String> powerColumn)
      throws IOException {
    List<String> names = CsvTable.columns(file);
    boolean ours = names.containsAll(List.of("start", "end", "power_kw"));
    if (ours && timeColumn.isEmpty() && powerColumn.isEmpty()) {
      Optional<String> site = names.contains("site_id") ? Optional.of("site_id") : Optional.empty();
      return new PowerColumns("start", Optional.of("end"), "power_kw", site);
    }
    FirstRow first = new FirstRow();
    CsvTable.read(file, List.of(), first);
    String time =
        wanted(file, names, timeColumn)
            .or(() -> names.stream().filter(first::isTime).findFirst())
            .orElseThrow(
                () ->
                    new UnreadableFileException(
                        file, "header", "no column holds times; name it with --time-column"));
    Optional<String> asked = wanted(file, names, powerColumn);
    if (asked.isPresent()) {
      return new PowerColumns(time, Optional.empty(), asked.get(), Optional.empty());
    }
    List<String> numbers =
        names.stream().filter(name -> !name.equals(time) && first.isNumber(name)).toList();
    List<String> named = numbers.stream().filter(name -> SAYS_POWER.matcher(name).find()).toList();
    List<String> likely = numbers.size() == 1 ? numbers : named;
    if (likely.size() != 1) {
      throw new UnreadableFileException(
          file,
          "header",
          "which column is the power is not plain; name one of "
              + String.join(", ", names)
              + " with --column");
    }
    return new PowerColumns(time, Optional.empty(), likely.get(0), Optional.empty());
  }

  private static Optional<String> wanted(Path file, List<String> names, Optional<String> column)
      throws IOException {
    if (column.isEmpty()) {
      return column;
    }
    String name = column.get().strip().toLowerCase(Locale.ROOT);
    if (!names.contains(name)) {
      throw new UnreadableFileException(
          file, "header", "no column '" + name + "'; there are " + String.join(", ", names));
    }
    return Optional.of(name);
  }

  /** Keeps the first row that the file has. */
  private static final class FirstRow implements CsvTable.RowReader {
    private CsvTable.Row row;

    @Override
    public void read(CsvTable.Row next) {
      row = row == null ? next : row;
    }

    boolean isTime(String column) {
      try {
        return row != null && LocalStamp.parse(row.text(column)) != null;
      } catch (DateTimeException e) {
        return false;
      }
    }

    boolean isNumber(String column) {
      try {
        return row != null && !Double.isNaN(row.number(column));
      } catch (RowException e) {
        return false;
      }
    }
  }
}
