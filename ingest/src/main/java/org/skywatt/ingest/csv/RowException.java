package org.skywatt.ingest.csv;

/** Refuses one row of a {@link CsvTable}. */
public final class RowException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Rejections.Row row;

  RowException(long line, String field, String reason) {
    super(reason);
    this.row = new Rejections.Row(line, field, reason);
  }

  Rejections.Row row() {
    return row;
  }
}
