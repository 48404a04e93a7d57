package org.skywatt.ingest.zarr;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Attributes that are JSON, and what xarray keeps in them. */
final class JsonAttributes {
  private static final Map<String, String> UNITS =
      Map.of(
          "ns", "nanoseconds",
          "us", "microseconds",
          "ms", "milliseconds",
          "s", "seconds",
          "m", "minutes",
          "h", "hours",
          "D", "days");

  private JsonAttributes() {}

  /** Texts and numbers; what is neither is left out. */
  static Map<String, Object> values(JsonNode attributes) {
    Map<String, Object> values = new HashMap<>();
    attributes
        .fields()
        .forEachRemaining(
            each -> {
              Object value = value(each.getValue());
              if (value != null) {
                values.put(each.getKey(), value);
              }
            });
    return values;
  }

  private static Object value(JsonNode node) {
    if (node.isTextual()) {
      return node.asText();
    }
    if (node.isNumber() || node.isBoolean()) {
      return node.isBoolean() ? node.asText() : new double[] {node.asDouble()};
    }
    if (!node.isArray() || node.isEmpty()) {
      return null;
    }
    if (node.get(0).isTextual()) {
      List<String> texts = new ArrayList<>();
      node.forEach(each -> texts.add(each.asText()));
      return String.join(" ", texts);
    }
    double[] numbers = new double[node.size()];
    for (int i = 0; i < numbers.length; i++) {
      if (!node.get(i).isNumber()) {
        return null;
      }
      numbers[i] = node.get(i).asDouble();
    }
    return numbers;
  }

  /** Says of NumPy's dates and periods, {@code <M8[ns]} and {@code <m8[h]}, what CF would say. */
  static void addTimeUnits(Map<String, Object> values, String dtype) {
    int bracket = dtype.indexOf('[');
    if (bracket < 0 || !dtype.endsWith("]")) {
      return;
    }
    String unit = UNITS.get(dtype.substring(bracket + 1, dtype.length() - 1));
    if (unit != null) {
      boolean date = dtype.charAt(1) == 'M';
      values.put("units", date ? unit + " since 1970-01-01" : unit);
      values.put("_FillValue", new double[] {Long.MIN_VALUE});
    }
  }

  /** Names of dimensions in the array's group; one of the array's own where it names none. */
  static List<String> dimensions(String array, JsonNode names, int count) {
    String group = array.contains("/") ? array.substring(0, array.lastIndexOf('/') + 1) : "";
    List<String> dimensions = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      JsonNode name = names.path(i);
      dimensions.add(name.isTextual() ? group + name.asText() : array + " dimension " + i);
    }
    return dimensions;
  }
}
