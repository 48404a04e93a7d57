package org.skywatt.ingest.csv;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows that were refused: how many, and what was wrong with the first of them.
 *
 * @param count of all refused rows
 * @param first of them, in the file's order, at most {@link #MOST_LISTED}
 */
public record Rejections(long count, List<Row> first) {
  public static final int MOST_LISTED = 20;

  /**
   * A refused row.
   *
   * @param line of the file that the row is on (ends on, where a quoted field spans lines), from 1
   * @param field column that is wrong; empty where the whole row is
   * @param reason what is wrong and how to mend it
   */
  public record Row(long line, String field, String reason) {
    @Override
    public String toString() {
      return "line " + line + (field.isEmpty() ? "" : ", " + field) + ": " + reason;
    }
  }

  public Rejections {
    first = List.copyOf(first);
  }

  /** The first of them, each one line. */
  public List<String> reasons() {
    return first.stream().map(Row::toString).toList();
  }

  /** Gathers rejections while a file is read. */
  static final class Collector {
    private final List<Row> first = new ArrayList<>();
    private long count;

    void add(RowException e) {
      add(e.row());
    }

    void add(Row row) {
      count++;
      if (first.size() < MOST_LISTED) {
        first.add(row);
      }
    }

    Rejections result() {
      return new Rejections(count, first);
    }
  }
}
