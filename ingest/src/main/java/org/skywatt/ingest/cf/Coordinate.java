package org.skywatt.ingest.cf;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.skywatt.ingest.cf.CfVariable.Kind;

/**
 * A coordinate variable with its values.
 *
 * @param values unpacked, NaN where missing; empty for texts
 * @param texts empty for numbers
 */
record Coordinate(CfVariable variable, Role role, double[] values, List<String> texts) {
  /** Coordinates longer than this are none that a weather model has. */
  private static final long LONGEST = 1L << 24;

  static Coordinate read(CfVariable variable) throws IOException, CfException {
    if (variable.size() > LONGEST) {
      throw new CfException(
          "coordinate " + variable.name() + " has " + variable.size() + " values; too many");
    }
    Role role = Role.of(variable);
    if (variable.kind() == Kind.TEXT) {
      return new Coordinate(variable, role, new double[0], variable.readText());
    }
    if (variable.kind() == Kind.OTHER) {
      throw new CfException("coordinate " + variable.name() + " is of a type that is not read");
    }
    return new Coordinate(
        variable, role, Unpacking.ofCoordinate(variable).readAll(variable), List.of());
  }

  String name() {
    return variable.name();
  }

  List<String> dimensions() {
    return variable.dimensions();
  }

  /** Index of the value at a place, given as index by dimension. */
  int indexAt(Map<String, Integer> place) {
    int index = 0;
    for (int i = 0; i < dimensions().size(); i++) {
      index = index * variable.shape()[i] + place.getOrDefault(dimensions().get(i), 0);
    }
    return index;
  }

  double at(Map<String, Integer> place) {
    return values[indexAt(place)];
  }
}
