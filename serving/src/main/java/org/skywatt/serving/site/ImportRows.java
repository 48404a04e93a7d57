package org.skywatt.serving.site;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;
import org.skywatt.serving.problem.ProblemException;

/** The rows of a file of sites: CSV whose columns are named as the fields, or GeoJSON points. */
final class ImportRows {
  static final int MOST = 10_000;
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setTrim(true)
          .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
          .setIgnoreEmptyLines(true)
          .get();

  private ImportRows() {}

  /** One object of a site's fields for each line after the first; numbers as text. */
  static List<ObjectNode> csv(String body, ObjectMapper mapper) {
    List<ObjectNode> rows = new ArrayList<>();
    try (CSVParser parser = CSVParser.parse(body, FORMAT)) {
      for (CSVRecord line : parser) {
        ObjectNode row = mapper.createObjectNode();
        if (!line.isConsistent()) {
          row.put("columns", "differ from those of the first line");
        }
        line.toMap()
            .forEach(
                (name, value) -> {
                  if (!value.isEmpty()) {
                    row.put(name, value);
                  }
                });
        rows.add(row);
        requireCount(rows.size());
      }
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      throw ProblemException.badRequest("invalid-body", "the body is no CSV: " + e.getMessage());
    }
    if (rows.isEmpty()) {
      throw ProblemException.badRequest(
          "invalid-body", "a line of names and at least one of a site are needed");
    }
    return rows;
  }

  /** One object of a site's fields for each feature: its properties, and its point. */
  static List<ObjectNode> geoJson(String body, ObjectMapper mapper) {
    JsonNode features;
    try {
      features = mapper.readTree(body).path("features");
    } catch (JsonProcessingException e) {
      throw ProblemException.badRequest("invalid-body", "the body is no JSON");
    }
    if (!features.isArray() || features.isEmpty()) {
      throw ProblemException.badRequest("invalid-body", "the body is no FeatureCollection");
    }
    requireCount(features.size());
    List<ObjectNode> rows = new ArrayList<>();
    for (JsonNode feature : features) {
      ObjectNode row =
          feature.path("properties") instanceof ObjectNode properties
              ? properties.deepCopy()
              : mapper.createObjectNode();
      JsonNode point = feature.path("geometry");
      if (point.path("type").asText().equals("Point")) {
        row.set("longitude", point.path("coordinates").path(0));
        row.set("latitude", point.path("coordinates").path(1));
      }
      rows.add(row);
    }
    return rows;
  }

  private static void requireCount(int rows) {
    if (rows > MOST) {
      throw ProblemException.badRequest("too-many-rows", "at most " + MOST + " sites at a time");
    }
  }
}
