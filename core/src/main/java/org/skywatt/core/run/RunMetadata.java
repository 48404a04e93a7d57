package org.skywatt.core.run;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.skywatt.core.forecast.QuantileLevels;

/** The header of a run as the text metadata of the Arrow schema. */
final class RunMetadata {
  /** Key, in the footer's metadata, of the checksum over the content ({@link ContentHash}). */
  static final String SHA256 = "sha256";

  /** Key, in the footer's metadata, of the sites that were adjusted; absent if there are none. */
  static final String ADJUSTMENTS = "adjustments";

  private static final String MEAN = "mean";

  private RunMetadata() {}

  /** The metadata in a fixed order: equal headers give equal bytes. */
  static Map<String, String> of(RunHeader header) {
    StringBuilder channels = new StringBuilder(MEAN);
    for (double level : header.levels().toArray()) {
      channels.append(',').append(level);
    }
    Map<String, String> metadata = new LinkedHashMap<>();
    metadata.put("formatVersion", Integer.toString(RunHeader.FORMAT_VERSION));
    metadata.put("runId", header.runId());
    metadata.put("issueTime", header.issueTime().toString());
    metadata.put("firstStart", header.firstStart().toString());
    metadata.put("stepSeconds", Integer.toString(header.stepSeconds()));
    metadata.put("steps", Integer.toString(header.steps()));
    metadata.put("channels", channels.toString());
    metadata.put("scale", Integer.toString(RunHeader.SCALE));
    metadata.put("missing", Short.toString(RunHeader.MISSING));
    metadata.put("model", header.model());
    metadata.put("joules", Double.toString(header.joules()));
    metadata.put("energyTier", header.energyTier().text());
    metadata.put("nextRunExpected", header.nextRunExpected().toString());
    metadata.put("licence", header.licence());
    return metadata;
  }

  /**
   * @throws IllegalArgumentException if a key is missing or unreadable, or the file has another
   *     format version or scale
   */
  static RunHeader parse(Map<String, String> metadata) {
    requireConstant(metadata, "formatVersion", Integer.toString(RunHeader.FORMAT_VERSION));
    requireConstant(metadata, "scale", Integer.toString(RunHeader.SCALE));
    requireConstant(metadata, "missing", Short.toString(RunHeader.MISSING));
    return new RunHeader(
        get(metadata, "runId"),
        instant(metadata, "issueTime"),
        instant(metadata, "firstStart"),
        (int) number(metadata, "stepSeconds"),
        (int) number(metadata, "steps"),
        levels(get(metadata, "channels")),
        get(metadata, "model"),
        number(metadata, "joules"),
        EnergyTier.parse(get(metadata, "energyTier")),
        instant(metadata, "nextRunExpected"),
        get(metadata, "licence"));
  }

  private static QuantileLevels levels(String channels) {
    String[] names = channels.split(",", -1);
    if (!names[0].equals(MEAN)) {
      throw new IllegalArgumentException("metadata channels must start with mean: " + channels);
    }
    double[] levels = new double[names.length - 1];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = parseNumber("channels", names[i + 1]);
    }
    return QuantileLevels.of(levels);
  }

  private static void requireConstant(Map<String, String> metadata, String key, String expected) {
    String found = get(metadata, key);
    if (!found.equals(expected)) {
      throw new IllegalArgumentException(
          key + " is " + found + "; this version of Skywatt reads only " + expected);
    }
  }

  private static String get(Map<String, String> metadata, String key) {
    String value = metadata.get(key);
    if (value == null) {
      throw new IllegalArgumentException("metadata " + key + " is missing");
    }
    return value;
  }

  private static Instant instant(Map<String, String> metadata, String key) {
    String text = get(metadata, key);
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("metadata " + key + " is no time: " + text, e);
    }
  }

  private static double number(Map<String, String> metadata, String key) {
    return parseNumber(key, get(metadata, key));
  }

  private static double parseNumber(String key, String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("metadata " + key + " is no number: " + text, e);
    }
  }
}
