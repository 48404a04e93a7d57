package org.skywatt.serving.intensity;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.skywatt.green.signal.EmissionFactor;
import org.skywatt.green.signal.GenerationMix;
import org.skywatt.green.signal.IntensityPoint;
import org.skywatt.serving.problem.ProblemException;

/**
 * Carbon intensity as it is posted.
 *
 * @param measured what was
 * @param forecast what is expected
 */
record IntensityDocument(List<IntensityPoint> measured, List<IntensityPoint> forecast) {
  private static final int MOST = 20_000;
  private static final Duration HOUR = Duration.ofHours(1);

  /**
   * Reads JSON in the shape of the UK Carbon Intensity API ({@code data[].from, to,
   * intensity.forecast, actual}), of Electricity Maps ({@code history} or {@code forecast} of
   * {@code datetime, carbonIntensity}, hour by hour), or generation by source ({@code mix[].start,
   * end, sources}).
   *
   * @throws ProblemException (400) naming the entry that cannot be read
   */
  static IntensityDocument parse(JsonNode root) {
    IntensityDocument document = new IntensityDocument(new ArrayList<>(), new ArrayList<>());
    if (root != null && root.path("data").isArray()) {
      document.each(root.path("data"), document::british);
    } else if (root != null && root.path("mix").isArray()) {
      document.each(root.path("mix"), document::mix);
    } else if (root != null
        && (root.path("history").isArray() || root.path("forecast").isArray())) {
      document.each(root.path("history"), each -> document.hourly(each, document.measured));
      document.each(root.path("forecast"), each -> document.hourly(each, document.forecast));
    } else {
      throw invalid("the body must have data, history, forecast or mix; see /openapi");
    }
    if (document.measured.isEmpty() && document.forecast.isEmpty()) {
      throw invalid("the body has no value");
    }
    return document;
  }

  private interface Entry {
    void read(JsonNode node);
  }

  private void each(JsonNode entries, Entry entry) {
    if (entries.size() > MOST) {
      throw invalid("the body has " + entries.size() + " entries; send " + MOST + " at most");
    }
    for (int i = 0; i < entries.size(); i++) {
      try {
        entry.read(entries.get(i));
      } catch (IllegalArgumentException | DateTimeException e) {
        throw invalid("entry " + i + ": " + e.getMessage());
      }
    }
  }

  private void british(JsonNode node) {
    Instant from = time(node, "from");
    Instant to = time(node, "to");
    JsonNode intensity = node.path("intensity");
    if (intensity.path("forecast").isNumber()) {
      forecast.add(new IntensityPoint(from, to, intensity.path("forecast").asDouble()));
    }
    if (intensity.path("actual").isNumber()) {
      measured.add(new IntensityPoint(from, to, intensity.path("actual").asDouble()));
    }
  }

  private void hourly(JsonNode node, List<IntensityPoint> points) {
    Instant start = time(node, "datetime");
    if (node.path("carbonIntensity").isNumber()) {
      points.add(
          new IntensityPoint(start, start.plus(HOUR), node.path("carbonIntensity").asDouble()));
    }
  }

  private void mix(JsonNode node) {
    Map<EmissionFactor, Double> power = new TreeMap<>();
    for (Map.Entry<String, JsonNode> each : node.path("sources").properties()) {
      power.merge(EmissionFactor.parse(each.getKey()), each.getValue().asDouble(-1), Double::sum);
    }
    double grams = GenerationMix.gramsPerKwh(power);
    if (!Double.isNaN(grams)) {
      measured.add(new IntensityPoint(time(node, "start"), time(node, "end"), grams));
    }
  }

  private static Instant time(JsonNode node, String field) {
    if (!node.path(field).isTextual()) {
      throw new IllegalArgumentException(field + " is missing");
    }
    return OffsetDateTime.parse(node.path(field).asText()).toInstant();
  }

  /**
   * Reads CSV with the header {@code start,end,grams_per_kwh} and times with offset; all measured.
   *
   * @throws ProblemException (400) naming the line that cannot be read
   */
  static IntensityDocument parseCsv(String text) {
    try {
      return new IntensityDocument(
          StretchCsv.read(text, "start,end,grams_per_kwh", MOST, IntensityPoint::new), List.of());
    } catch (IllegalArgumentException e) {
      throw invalid(e.getMessage());
    }
  }

  private static ProblemException invalid(String detail) {
    return ProblemException.badRequest("invalid-intensity", detail);
  }
}
