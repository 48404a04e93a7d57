package org.skywatt.serving.intensity;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** CSV of stretches of time and a value of each: start, end with offset, and a number. */
final class StretchCsv {
  /** Makes something of a row; throws IllegalArgumentException for what cannot be. */
  @FunctionalInterface
  interface Row<T> {
    T of(Instant start, Instant end, double value);
  }

  private StretchCsv() {}

  /**
   * What the rows are, at least one.
   *
   * @throws IllegalArgumentException naming the line that cannot be read
   */
  static <T> List<T> read(String text, String header, int most, Row<T> row) {
    String[] lines = text.strip().split("\\R", most + 2);
    if (lines.length > most + 1) {
      throw new IllegalArgumentException(
          "the file has more than " + most + " rows; send it in parts");
    }
    if (!lines[0].strip().equals(header)) {
      throw new IllegalArgumentException("line 1: the header must be " + header);
    }
    List<T> rows = new ArrayList<>();
    for (int i = 1; i < lines.length; i++) {
      String[] cells = lines[i].strip().split(",", -1);
      try {
        if (cells.length != 3) {
          throw new IllegalArgumentException("has " + cells.length + " cells, not 3");
        }
        rows.add(
            row.of(
                OffsetDateTime.parse(cells[0]).toInstant(),
                OffsetDateTime.parse(cells[1]).toInstant(),
                Double.parseDouble(cells[2])));
      } catch (IllegalArgumentException | DateTimeException e) {
        throw new IllegalArgumentException("line " + (i + 1) + ": " + e.getMessage(), e);
      }
    }
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("the file has no row");
    }
    return rows;
  }
}
