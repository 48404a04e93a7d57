package org.skywatt.cli.green.replay;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import org.skywatt.ingest.csv.CsvTable;
import org.skywatt.ingest.csv.Rejections;
import org.skywatt.ingest.csv.RowException;
import org.skywatt.ingest.file.UnreadableFileException;

/**
 * CSV tables of the replays: all rows have to be readable, and times have no offset but are UTC.
 */
final class ReplayTables {
  private ReplayTables() {}

  static void read(Path file, List<String> required, CsvTable.RowReader reader) throws IOException {
    Rejections rejections = CsvTable.read(file, required, reader);
    if (rejections.count() > 0) {
      Rejections.Row first = rejections.first().get(0);
      throw new UnreadableFileException(
          file,
          "line " + first.line() + (first.field().isEmpty() ? "" : ", " + first.field()),
          first.reason()
              + (rejections.count() > 1 ? " (and " + (rejections.count() - 1) + " more)" : ""));
    }
  }

  /** Seconds from {@code start} to the time in a column. */
  static long seconds(CsvTable.Row row, String column, LocalDateTime start) throws RowException {
    String text = row.text(column);
    try {
      return Duration.between(start, LocalDateTime.parse(text.replace(' ', 'T'))).toSeconds();
    } catch (DateTimeException e) {
      throw row.refuse(column, "'" + text + "' is not a time; write one like 2020-01-01 00:30:00");
    }
  }

  /** A whole number of at least {@code least}. */
  static int count(CsvTable.Row row, String column, int least) throws RowException {
    double number = present(row, column);
    if (number < least || number > 1_000_000 || number != Math.rint(number)) {
      throw row.refuse(column, number + " must be a whole number from " + least + " to 1000000");
    }
    return (int) number;
  }

  /** A number that is there. */
  static double present(CsvTable.Row row, String column) throws RowException {
    double number = row.number(column);
    if (Double.isNaN(number)) {
      throw row.refuse(column, "is missing");
    }
    return number;
  }
}
