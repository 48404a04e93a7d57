package org.skywatt.core.field;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.skywatt.core.grid.LatLonGrid;

/**
 * What a fields file says of itself.
 *
 * @param source name of the weather model in tables
 * @param initTime reference time of the run
 * @param availableAt when everything in the file could be known
 * @param licence of the data, in a line
 * @param grid of every field
 */
public record FieldsHeader(
    String source, Instant initTime, Instant availableAt, String licence, LatLonGrid grid) {
  static final String FORMAT_VERSION = "1";

  /** The metadata in a fixed order: equal headers give equal bytes. */
  Map<String, String> toMetadata() {
    Map<String, String> metadata = new LinkedHashMap<>();
    metadata.put("formatVersion", FORMAT_VERSION);
    metadata.put("source", source);
    metadata.put("initTime", initTime.toString());
    metadata.put("availableAt", availableAt.toString());
    metadata.put("licence", licence);
    metadata.put("firstLatitude", Double.toString(grid.firstLatitude()));
    metadata.put("latitudeStep", Double.toString(grid.latitudeStep()));
    metadata.put("rows", Integer.toString(grid.rows()));
    metadata.put("firstLongitude", Double.toString(grid.firstLongitude()));
    metadata.put("longitudeStep", Double.toString(grid.longitudeStep()));
    metadata.put("columns", Integer.toString(grid.columns()));
    return metadata;
  }

  /**
   * @throws IllegalArgumentException if a key is missing or unreadable, or the file has another
   *     format version
   */
  static FieldsHeader parse(Map<String, String> metadata) {
    if (!FORMAT_VERSION.equals(get(metadata, "formatVersion"))) {
      throw new IllegalArgumentException(
          "formatVersion is "
              + metadata.get("formatVersion")
              + "; this version of Skywatt reads only "
              + FORMAT_VERSION);
    }
    return new FieldsHeader(
        get(metadata, "source"),
        instant(metadata, "initTime"),
        instant(metadata, "availableAt"),
        get(metadata, "licence"),
        new LatLonGrid(
            number(metadata, "firstLatitude"),
            number(metadata, "latitudeStep"),
            (int) number(metadata, "rows"),
            number(metadata, "firstLongitude"),
            number(metadata, "longitudeStep"),
            (int) number(metadata, "columns")));
  }

  private static String get(Map<String, String> metadata, String key) {
    String value = metadata.get(key);
    if (value == null) {
      throw new IllegalArgumentException("metadata " + key + " is missing");
    }
    return value;
  }

  private static Instant instant(Map<String, String> metadata, String key) {
    try {
      return Instant.parse(get(metadata, key));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "metadata " + key + " is no time: " + metadata.get(key), e);
    }
  }

  private static double number(Map<String, String> metadata, String key) {
    try {
      return Double.parseDouble(get(metadata, key));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "metadata " + key + " is no number: " + metadata.get(key), e);
    }
  }
}
