package org.skywatt.models.forest;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The fields of one object of a model file; what is not as expected is refused by name. */
record Fields(String place, Map<?, ?> map) {

  static Fields of(String place, Object value) throws IOException {
    if (value instanceof Map<?, ?> map) {
      return new Fields(place, map);
    }
    throw new IOException(place + " is missing");
  }

  Fields object(String name) throws IOException {
    return of(place + "." + name, map.get(name));
  }

  String text(String name) throws IOException {
    if (map.get(name) instanceof String text) {
      return text;
    }
    throw new IOException(place + "." + name + " is missing");
  }

  /** A count that XGBoost writes as text. */
  int count(String name, int most) throws IOException {
    String text = text(name);
    try {
      int count = Integer.parseInt(text);
      if (count >= 0 && count <= most) {
        return count;
      }
    } catch (NumberFormatException e) {
      // refused below
    }
    throw new IOException(place + "." + name + " is '" + text + "', not within 0 and " + most);
  }

  List<?> list(String name) throws IOException {
    if (map.get(name) instanceof List<?> list) {
      return list;
    }
    throw new IOException(place + "." + name + " is missing");
  }

  float[] floats(String name) throws IOException {
    List<?> list = list(name);
    float[] values = new float[list.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = number(name, list.get(i)).floatValue();
    }
    return values;
  }

  int[] integers(String name) throws IOException {
    List<?> list = list(name);
    int[] values = new int[list.size()];
    for (int i = 0; i < values.length; i++) {
      double value = number(name, list.get(i)).doubleValue();
      values[i] = (int) value;
      if (values[i] != value) {
        throw new IOException(place + "." + name + " holds " + value);
      }
    }
    return values;
  }

  private Number number(String name, Object value) throws IOException {
    if (value instanceof Number number) {
      return number;
    }
    throw new IOException(place + "." + name + " holds '" + value + "', not a number");
  }
}
