package org.skywatt.ingest.cf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.skywatt.ingest.field.CfCode;
import org.skywatt.ingest.field.FieldHeader;
import org.skywatt.ingest.field.FieldLevel;
import org.skywatt.ingest.field.Member;

/** How the fields of one variable lie in it: one for each place in its other dimensions. */
final class FieldLayout {
  /** More fields than any model's run has. */
  private static final long MOST_FIELDS = 1_000_000;

  private static final Set<String> GRID_WINDS = Set.of("x_wind", "y_wind");

  private final CfVariable variable;
  private final Horizontal horizontal;
  private final FieldTimes times;
  private final CfCode code;
  private final Coordinate vertical;
  private final Coordinate member;
  private final Coordinate layer;

  private FieldLayout(
      CfVariable variable,
      CfCode code,
      Horizontal horizontal,
      FieldTimes times,
      List<Coordinate> coordinates)
      throws CfException {
    this.variable = variable;
    this.code = code;
    this.horizontal = horizontal;
    this.times = times;
    layer = find(coordinates, Role.LAYER);
    member = find(coordinates, Role.MEMBER);
    Coordinate level = find(coordinates, Role.VERTICAL);
    for (int dimension : outer()) {
      String name = variable.dimensions().get(dimension);
      boolean told =
          variable.shape()[dimension] == 1
              || coordinates.stream()
                  .anyMatch(each -> each.role() != Role.OTHER && each.dimensions().contains(name));
      if (told) {
        continue;
      }
      Coordinate own =
          coordinates.stream()
              .filter(each -> each.dimensions().equals(List.of(name)) && each.texts().isEmpty())
              .findFirst()
              .orElseThrow(
                  () -> new CfException("what its dimension " + name + " means is not told"));
      if (level != null) {
        throw new CfException(
            "its dimensions " + name + " and " + level.name() + " cannot both be levels");
      }
      level = own;
    }
    vertical = level;
    long fields = 1;
    for (int dimension : outer()) {
      fields = Math.min(fields * variable.shape()[dimension], MOST_FIELDS + 1);
    }
    if (fields > MOST_FIELDS) {
      throw new CfException("too big: " + fields + " fields");
    }
  }

  /** The fields of a variable; empty where it has no grid or no time. */
  static Optional<FieldLayout> find(
      CfVariable variable, Coordinates coordinates, Horizontals horizontals)
      throws IOException, CfException {
    List<Coordinate> own = coordinates.of(variable);
    Optional<FieldTimes> times = FieldTimes.of(variable, own, coordinates);
    if (times.isEmpty()) {
      return Optional.empty();
    }
    Optional<Horizontal> horizontal = horizontals.find(variable, own);
    return horizontal.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new FieldLayout(
                variable, coordinates.code(variable), horizontal.get(), times.get(), own));
  }

  private static Coordinate find(List<Coordinate> coordinates, Role role) {
    return coordinates.stream().filter(each -> each.role() == role).findFirst().orElse(null);
  }

  Horizontal horizontal() {
    return horizontal;
  }

  /** Positions of the dimensions that are not the grid's. */
  List<Integer> outer() {
    List<Integer> outer = new ArrayList<>();
    for (int i = 0; i < variable.shape().length; i++) {
      if (i != horizontal.rowDimension() && i != horizontal.columnDimension()) {
        outer.add(i);
      }
    }
    return outer;
  }

  /** Whether x and y components count along the grid's own axes. */
  boolean gridRelativeWind() {
    return horizontal.gridRelativeAxes()
        && GRID_WINDS.contains(variable.attributes().lower("standard_name"));
  }

  FieldHeader header(int[] origin) throws CfException {
    Map<String, Integer> place = new HashMap<>();
    for (int dimension : outer()) {
      place.put(variable.dimensions().get(dimension), origin[dimension]);
    }
    FieldTimes.Times at = times.at(place);
    return new FieldHeader(
        code(place),
        level(place),
        at.initTime(),
        at.validTime(),
        times.stepType(),
        at.period(),
        member(place));
  }

  private CfCode code(Map<String, Integer> place) {
    return layer == null
        ? code
        : new CfCode(layer.texts().get(layer.indexAt(place)), "", code.units(), code.centre(), "");
  }

  private FieldLevel level(Map<String, Integer> place) throws CfException {
    if (vertical == null) {
      return Levels.withoutCoordinate(variable.attributes());
    }
    double value = vertical.at(place);
    if (Double.isNaN(value)) {
      throw new CfException("level " + vertical.name() + " is missing");
    }
    return Levels.level(vertical, value);
  }

  private Member member(Map<String, Integer> place) throws CfException {
    if (member == null) {
      return CellMethods.member(variable.attributes());
    }
    double number = member.at(place);
    if (!(number >= 0 && number < 1e6 && number == Math.rint(number))) {
      throw new CfException("member " + number + " is no number of a member");
    }
    return number == 0 ? Member.CONTROL : new Member(Member.Kind.PERTURBED, (int) number);
  }
}
