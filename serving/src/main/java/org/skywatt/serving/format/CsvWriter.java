package org.skywatt.serving.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;

/**
 * A table as CSV (RFC 4180): a line of names, then a line a row; times as ISO 8601 in UTC, nothing
 * where a value is missing.
 */
public final class CsvWriter {
  private CsvWriter() {}

  public static byte[] write(Table table) {
    StringBuilder out = new StringBuilder(64 * table.rows());
    for (int i = 0; i < table.columns().size(); i++) {
      out.append(i == 0 ? "" : ",").append(table.columns().get(i).name());
    }
    out.append("\r\n");
    for (int row = 0; row < table.rows(); row++) {
      for (int i = 0; i < table.columns().size(); i++) {
        if (i > 0) {
          out.append(',');
        }
        append(out, table.columns().get(i), row);
      }
      out.append("\r\n");
    }
    return out.toString().getBytes(UTF_8);
  }

  private static void append(StringBuilder out, Table.Column column, int row) {
    if (column instanceof Table.TextColumn text) {
      out.append(text.values()[row] == null ? "" : quoted(text.values()[row]));
    } else if (column instanceof Table.TimeColumn time) {
      out.append(Instant.ofEpochSecond(time.values()[row]));
    } else if (column instanceof Table.NumberColumn number && !Double.isNaN(number.values()[row])) {
      double value = number.values()[row];
      if (value == Math.rint(value) && Math.abs(value) < 1e15) {
        out.append((long) value);
      } else {
        out.append(value);
      }
    }
  }

  private static String quoted(String text) {
    return text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
        ? '"' + text.replace("\"", "\"\"") + '"'
        : text;
  }
}
