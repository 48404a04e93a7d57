package org.skywatt.ingest.gefcom2014;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.skywatt.ingest.file.UnreadableFileException;

/**
 * Reads {@code solar.csv.gz} or {@code wind.csv.gz} row by row; a bad row is refused, not the file.
 */
final class Gefcom2014Reader {
  private static final int REASONS_KEPT = 20;

  /** A row: its zone, its stamp, and access to its columns. */
  interface RowHandler {
    void accept(int zone, Instant validTime, Columns columns);
  }

  /** Columns of the current row as numbers; NaN where empty. */
  interface Columns {
    double number(String column);
  }

  private long refused;
  private final List<String> reasons = new ArrayList<>();

  long refused() {
    return refused;
  }

  List<String> reasons() {
    return reasons;
  }

  /**
   * Hands every row of {@code file} to {@code handler}, in the file's order.
   *
   * @param required columns without which the file is refused
   */
  void read(Path file, List<String> required, RowHandler handler) throws IOException {
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (BufferedReader in =
            new BufferedReader(
                new InputStreamReader(
                    new GZIPInputStream(Files.newInputStream(file), 1 << 16),
                    StandardCharsets.UTF_8));
        CSVParser parser = format.parse(in)) {
      for (String column : required) {
        if (!parser.getHeaderMap().containsKey(column)) {
          throw new UnreadableFileException(
              file,
              "header",
              "column '" + column + "' is missing; it has " + parser.getHeaderNames());
        }
      }
      for (CSVRecord row : parser) {
        try {
          handler.accept(
              Integer.parseInt(row.get("zone")),
              Instant.parse(row.get("valid_time")),
              column -> number(row, column));
        } catch (DateTimeException | IllegalArgumentException e) {
          refuse("row " + row.getRecordNumber() + ": " + e.getMessage());
        }
      }
    } catch (java.io.UncheckedIOException e) {
      throw new UnreadableFileException(file, "content", e.getCause().getMessage());
    } catch (java.util.zip.ZipException | java.io.EOFException e) {
      throw new UnreadableFileException(
          file, "content", "not a whole gzip file: " + e.getMessage());
    }
  }

  private void refuse(String reason) {
    refused++;
    if (reasons.size() < REASONS_KEPT) {
      reasons.add(reason);
    }
  }

  private static double number(CSVRecord row, String column) {
    if (!row.isMapped(column) || row.get(column).isEmpty()) {
      return Double.NaN;
    }
    try {
      return Double.parseDouble(row.get(column));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(column + " '" + row.get(column) + "' is not a number", e);
    }
  }
}
