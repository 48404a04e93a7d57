package org.skywatt.ingest.cf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.skywatt.ingest.field.CfCode;

/** The coordinate variables of a dataset, each read once. */
final class Coordinates {
  private final CfDataset dataset;
  private final Map<String, CfVariable> byName = new HashMap<>();
  private final Map<String, Coordinate> read = new HashMap<>();
  private final Set<String> auxiliary = new HashSet<>();

  Coordinates(CfDataset dataset) {
    this.dataset = dataset;
    for (CfVariable variable : dataset.variables()) {
      byName.put(variable.name(), variable);
    }
    for (CfVariable variable : dataset.variables()) {
      for (String name : names(variable.attributes(), "coordinates")) {
        resolve(variable, name).ifPresent(found -> auxiliary.add(found.name()));
      }
      for (String reference : List.of("bounds", "climatology", "grid_mapping")) {
        for (String name : names(variable.attributes(), reference)) {
          resolve(variable, name).ifPresent(found -> auxiliary.add(found.name()));
        }
      }
    }
    auxiliary.addAll(names(dataset.attributes(), "coordinates"));
  }

  /** Whether a variable tells of others and holds no field of its own. */
  boolean isCoordinate(CfVariable variable) {
    Role role = Role.of(variable);
    return auxiliary.contains(variable.name())
        || variable.dimensions().contains(variable.name())
        || role == Role.LATITUDE
        || role == Role.LONGITUDE;
  }

  /** What a variable is of. */
  CfCode code(CfVariable variable) {
    Attributes own = variable.attributes();
    String institution =
        own.text("institution").or(() -> dataset.attributes().text("institution")).orElse("");
    return new CfCode(
        variable.name(),
        own.text("standard_name").orElse(""),
        own.text("units").orElse(""),
        own.text("GRIB_centre").orElse(institution),
        own.text("long_name").orElse(""));
  }

  Optional<CfVariable> resolve(CfVariable from, String name) {
    String group = from.name();
    while (group.contains("/")) {
      group = group.substring(0, group.lastIndexOf('/'));
      CfVariable found = byName.get(group + "/" + name);
      if (found != null) {
        return Optional.of(found);
      }
    }
    return Optional.ofNullable(byName.get(name));
  }

  /**
   * Coordinates of a variable: those of its dimensions first, then those it or the file names, then
   * scalars that tell a time. Only such that hold one value for each place in the variable.
   */
  List<Coordinate> of(CfVariable variable) throws IOException, CfException {
    Set<CfVariable> candidates = new LinkedHashSet<>();
    for (String dimension : variable.dimensions()) {
      Optional.ofNullable(byName.get(dimension)).ifPresent(candidates::add);
    }
    for (String name : names(variable.attributes(), "coordinates")) {
      resolve(variable, name).ifPresent(candidates::add);
    }
    for (String name : names(dataset.attributes(), "coordinates")) {
      resolve(variable, name).ifPresent(candidates::add);
    }
    for (CfVariable each : dataset.variables()) {
      Role role = Role.of(each);
      boolean horizontal = role == Role.LATITUDE || role == Role.LONGITUDE;
      boolean time = role == Role.REFERENCE_TIME || role == Role.TIME || role == Role.PERIOD;
      if ((horizontal && each.shape().length == 2) || (time && each.shape().length == 0)) {
        candidates.add(each);
      }
    }
    List<Coordinate> coordinates = new ArrayList<>();
    for (CfVariable each : candidates) {
      if (each != variable && variable.dimensions().containsAll(each.dimensions())) {
        requireSameLengths(variable, each);
        coordinates.add(read(each));
      }
    }
    return coordinates;
  }

  private static void requireSameLengths(CfVariable variable, CfVariable coordinate)
      throws CfException {
    for (int i = 0; i < coordinate.shape().length; i++) {
      String name = coordinate.dimensions().get(i);
      int length = variable.shape()[variable.dimensions().indexOf(name)];
      if (coordinate.shape()[i] != length) {
        throw new CfException(
            "its dimension "
                + name
                + " has "
                + length
                + " places, and that of coordinate "
                + coordinate.name()
                + " "
                + coordinate.shape()[i]);
      }
    }
  }

  private Coordinate read(CfVariable variable) throws IOException, CfException {
    Coordinate known = read.get(variable.name());
    if (known == null) {
      known = Coordinate.read(variable);
      read.put(variable.name(), known);
    }
    return known;
  }

  /** Lower and upper bound of each value of a coordinate, one after the other; empty if none. */
  Optional<double[]> bounds(Coordinate coordinate) throws IOException {
    Optional<String> name = coordinate.variable().attributes().text("bounds");
    Optional<CfVariable> found =
        name.isEmpty() ? Optional.empty() : resolve(coordinate.variable(), name.get());
    if (found.isEmpty() || found.get().size() != 2L * coordinate.values().length) {
      return Optional.empty();
    }
    return Optional.of(Unpacking.ofCoordinate(found.get()).readAll(found.get()));
  }

  /** The names in an attribute; {@code crs: x y} names crs first. */
  static List<String> names(Attributes attributes, String attribute) {
    List<String> names = new ArrayList<>();
    for (String each : attributes.text(attribute).orElse("").split("[\\s,]+")) {
      if (!each.isEmpty()) {
        names.add(each.endsWith(":") ? each.substring(0, each.length() - 1) : each);
      }
    }
    return names;
  }
}
