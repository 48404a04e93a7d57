package org.skywatt.ingest.csv;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.skywatt.ingest.file.UnreadableFileException;

/**
 * A CSV file with a header line: columns by name, in any order and case; others are passed over.
 * Lines that start with {@code #} are comments.
 */
public final class CsvTable implements Closeable {
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

  /** Takes the rows of a file in their order. */
  @FunctionalInterface
  public interface RowReader {
    /**
     * @throws RowException to refuse the row
     */
    void read(Row row) throws RowException;
  }

  private final Path file;
  private final CSVParser parser;
  private final Iterator<CSVRecord> records;
  private final Map<String, Integer> columns = new LinkedHashMap<>();
  private int width;

  /**
   * Hands every row of {@code file} to {@code reader}; rows that it refuses are counted and listed.
   *
   * @param required columns, in lower case, without which the file is refused
   * @throws UnreadableFileException where the file is no such table, or is cut off
   */
  public static Rejections read(Path file, List<String> required, RowReader reader)
      throws IOException {
    Rejections.Collector rejections = new Rejections.Collector();
    try (CsvTable table = new CsvTable(file, required)) {
      while (table.hasNext()) {
        try {
          reader.read(table.next());
        } catch (RowException e) {
          rejections.add(e);
        }
      }
    }
    return rejections.result();
  }

  /**
   * The names of the columns, in lower case and the file's order.
   *
   * @throws UnreadableFileException where the file is no such table
   */
  public static List<String> columns(Path file) throws IOException {
    try (CsvTable table = new CsvTable(file, List.of())) {
      return List.copyOf(table.columns.keySet());
    }
  }

  private CsvTable(Path file, List<String> required) throws IOException {
    this.file = file;
    TextFile text = TextFile.open(file);
    try {
      CSVFormat format =
          CSVFormat.DEFAULT
              .builder()
              .setCommentMarker('#')
              .setIgnoreEmptyLines(true)
              .setIgnoreSurroundingSpaces(true)
              .get();
      parser = CSVParser.builder().setReader(text).setFormat(format).get();
      records = parser.iterator();
      readHeader(required);
    } catch (IOException | RuntimeException e) {
      text.close();
      throw e;
    }
  }

  private void readHeader(List<String> required) throws IOException {
    if (!hasNext()) {
      throw new UnreadableFileException(
          file,
          "",
          "the file is empty; its first line must name "
              + (required.isEmpty() ? "its columns" : String.join(",", required)));
    }
    CSVRecord header = records.next();
    width = header.size();
    for (int i = 0; i < width; i++) {
      String name = header.get(i);
      if (i == 0 && name.startsWith("\ufeff")) {
        name = name.substring(1); // a byte order mark, as spreadsheets write
      }
      if (columns.put(name.strip().toLowerCase(Locale.ROOT), i) != null) {
        throw new UnreadableFileException(file, "header", "column '" + name + "' is there twice");
      }
    }
    List<String> absent = required.stream().filter(name -> !columns.containsKey(name)).toList();
    if (!absent.isEmpty()) {
      throw new UnreadableFileException(
          file,
          "header",
          "missing column "
              + String.join(", ", absent)
              + "; the first line must name "
              + String.join(",", required)
              + ", separated by commas");
    }
  }

  private boolean hasNext() throws IOException {
    try {
      return records.hasNext();
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof UnreadableFileException unreadable) {
        throw unreadable;
      }
      String why = e.getCause().getMessage();
      throw new UnreadableFileException(
          file, "after line " + parser.getCurrentLineNumber(), "broken quotes: " + why, e);
    }
  }

  /** The next row; refused if it has not as many fields as the header. */
  private Row next() throws RowException {
    CSVRecord values = records.next();
    long line = parser.getCurrentLineNumber();
    if (values.size() != width) {
      throw new RowException(
          line, "", "has " + values.size() + " fields where the header has " + width);
    }
    return new Row(line, values);
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }

  /** One row; getters refuse it with the column's name. */
  public final class Row {
    private final long line;
    private final CSVRecord values;

    private Row(long line, CSVRecord values) {
      this.line = line;
      this.values = values;
    }

    public long line() {
      return line;
    }

    /** The text of a column; empty where the file has not the column. */
    public String text(String column) {
      Integer index = columns.get(column);
      return index == null ? "" : values.get(index).strip();
    }

    /** A finite number; NaN where the field is empty or says NaN. */
    public double number(String column) throws RowException {
      String text = text(column);
      if (text.isEmpty() || text.equalsIgnoreCase("nan")) {
        return Double.NaN;
      }
      double number = NUMBER.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
      if (Double.isNaN(number) || Double.isInfinite(number)) {
        throw refuse(column, "'" + text + "' is not a number; write one like 1234.5");
      }
      return number;
    }

    /** A time with its offset from UTC. */
    public Instant time(String column) throws RowException {
      String text = text(column);
      try {
        return OffsetDateTime.parse(text).toInstant();
      } catch (DateTimeException e) {
        throw refuse(column, whyNotATime(text));
      }
    }

    /** What to throw to refuse this row; the column is empty where the whole row is wrong. */
    public RowException refuse(String column, String reason) {
      return new RowException(line, column, reason);
    }
  }

  private static String whyNotATime(String text) {
    try {
      LocalDateTime local = LocalDateTime.parse(text.replace(' ', 'T'));
      return "'"
          + text
          + "' has no UTC offset, so it may mean two times when clocks change; write "
          + local
          + ":00Z or "
          + local
          + ":00+02:00";
    } catch (DateTimeException e) {
      return "'" + text + "' is not a time; write one like 2026-03-29T01:30:00Z";
    }
  }
}
