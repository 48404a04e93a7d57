package org.skywatt.serving.generation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;
import org.skywatt.serving.problem.ProblemException;

/** The readings of a body: JSON of one or an array, or CSV {@code start,end,power_kw}. */
final class ReadingRows {
  static final int MOST = 50_000;
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setTrim(true)
          .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
          .get();

  /**
   * A row that was read.
   *
   * @param reading null if it could not be
   * @param problem why; null if it could
   */
  record Row(ReadingJson reading, String problem) {}

  private ReadingRows() {}

  static List<Row> json(String body, ObjectMapper mapper) {
    JsonNode root;
    try {
      root = mapper.readTree(body);
    } catch (JsonProcessingException e) {
      throw ProblemException.badRequest("invalid-body", "the body is no JSON");
    }
    if (root.isObject()) {
      root = mapper.createArrayNode().add(root);
    }
    if (!root.isArray() || root.isEmpty()) {
      throw ProblemException.badRequest(
          "invalid-body", "the body must be a reading or an array of them");
    }
    List<Row> rows = new ArrayList<>();
    for (JsonNode each : root) {
      try {
        rows.add(new Row(mapper.treeToValue(each, ReadingJson.class), null));
      } catch (JsonProcessingException e) {
        rows.add(new Row(null, e.getOriginalMessage().lines().findFirst().orElse("no reading")));
      }
      requireCount(rows.size());
    }
    return rows;
  }

  static List<Row> csv(String body) {
    List<Row> rows = new ArrayList<>();
    try (CSVParser parser = CSVParser.parse(body, FORMAT)) {
      if (!parser.getHeaderNames().containsAll(List.of("start", "end", "power_kw"))) {
        throw ProblemException.badRequest(
            "invalid-body", "the first line must name the columns start, end and power_kw");
      }
      for (CSVRecord line : parser) {
        rows.add(row(line));
        requireCount(rows.size());
      }
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      throw ProblemException.badRequest("invalid-body", "the body is no CSV: " + e.getMessage());
    }
    if (rows.isEmpty()) {
      throw ProblemException.badRequest("invalid-body", "the body has no readings");
    }
    return rows;
  }

  private static Row row(CSVRecord line) {
    if (!line.isConsistent()) {
      return new Row(null, "columns differ from those of the first line");
    }
    try {
      Instant start = OffsetDateTime.parse(line.get("start")).toInstant();
      Instant end = OffsetDateTime.parse(line.get("end")).toInstant();
      return new Row(new ReadingJson(start, end, Double.valueOf(line.get("power_kw"))), null);
    } catch (DateTimeException e) {
      return new Row(null, "start and end must be times with offset, such as 2026-06-01T06:00:00Z");
    } catch (NumberFormatException e) {
      return new Row(null, "power_kw '" + line.get("power_kw") + "' is no number");
    }
  }

  private static void requireCount(int rows) {
    if (rows > MOST) {
      throw ProblemException.badRequest("too-many-rows", "at most " + MOST + " readings at a time");
    }
  }
}
