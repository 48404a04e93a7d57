package org.skywatt.ingest.cf;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.skywatt.core.grid.Grid;
import org.skywatt.core.grid.ProjectedGrid;
import org.skywatt.core.grid.RotatedGrid;
import org.skywatt.core.projection.Projection;
import org.skywatt.core.projection.RotatedLatLon;
import org.skywatt.core.projection.SpaceView;

/** Grids on the plane of a projection: grid mappings of CF 1.11, appendix F. */
final class GridMappings {
  private static final Map<String, Double> METRES =
      Map.of(
          "m",
          1.0,
          "meter",
          1.0,
          "meters",
          1.0,
          "metre",
          1.0,
          "metres",
          1.0,
          "km",
          1000.0,
          "kilometer",
          1000.0,
          "kilometre",
          1000.0);

  private final Coordinates coordinates;

  GridMappings(Coordinates coordinates) {
    this.coordinates = coordinates;
  }

  /** A projection with what its plane is offset by, and how far a satellite is above the earth. */
  record Plane(Projection projection, String gridType, double falseEasting, double falseNorthing) {}

  /** A grid and ecCodes' name of its kind. */
  record Mapped(Grid grid, String gridType) {}

  /** The grid of projection coordinates. */
  Mapped grid(CfVariable variable, Coordinate x, Coordinate y) throws IOException, CfException {
    Plane plane = plane(variable, x, y);
    Axis columns = axis(x);
    Axis rows = axis(y);
    if (plane.projection() instanceof RotatedLatLon rotation) {
      double[] eastwards = LatLonGrids.eastwards(x.values());
      if (eastwards.length > 1 && eastwards[1] < eastwards[0]) {
        throw new CfException("rotated longitudes run westwards; turn them round");
      }
      return new Mapped(
          new RotatedGrid(LatLonGrids.grid(y.values(), eastwards), rotation), plane.gridType());
    }
    double xUnit = unit(x, plane.projection());
    double yUnit = unit(y, plane.projection());
    columns = columns.times(xUnit).minus(plane.falseEasting());
    rows = rows.times(yUnit).minus(plane.falseNorthing());
    try {
      return new Mapped(
          new ProjectedGrid(
              plane.projection(),
              columns.first(),
              columns.step(),
              columns.count(),
              rows.first(),
              rows.step(),
              rows.count()),
          plane.gridType());
    } catch (IllegalArgumentException e) {
      throw new CfException("x and y make no grid: " + e.getMessage());
    }
  }

  private Plane plane(CfVariable variable, Coordinate x, Coordinate y) throws CfException {
    Optional<String> name =
        Coordinates.names(variable.attributes(), "grid_mapping").stream().findFirst();
    if (name.isPresent()) {
      Attributes mapping =
          coordinates
              .resolve(variable, name.get())
              .map(CfVariable::attributes)
              .orElseThrow(
                  () -> new CfException("its grid mapping " + name.get() + " is not in the file"));
      return GridMapping.plane(mapping);
    }
    return KnownPlanes.find(variable, x, y)
        .orElseThrow(
            () ->
                new CfException(
                    "the map projection of its x and y is not told; add a grid_mapping"));
  }

  private static Axis axis(Coordinate coordinate) throws CfException {
    Axis axis = Axis.find(coordinate.values());
    if (axis == null) {
      throw new CfException("coordinate " + coordinate.name() + " has gaps or no equal steps");
    }
    return axis;
  }

  /** The plane's unit in that of a coordinate: metres, or radians of a satellite's view. */
  private static double unit(Coordinate coordinate, Projection projection) throws CfException {
    String units = coordinate.variable().attributes().text("units").orElse("m");
    String lower = units.toLowerCase(Locale.ROOT);
    Double metres = METRES.get(lower);
    if (projection instanceof SpaceView view) {
      if (metres != null) {
        return metres / (view.distance() - view.earth().semiMajor());
      }
      switch (lower) {
        case "rad", "radian", "radians" -> {
          return 1;
        }
        case "microradian", "microradians" -> {
          return 1e-6;
        }
        case "degree", "degrees" -> {
          return Math.toRadians(1);
        }
        default -> throw new CfException("unit '" + units + "' of " + coordinate.name());
      }
    }
    if (metres == null) {
      throw new CfException(
          "unit '" + units + "' of " + coordinate.name() + " is no length that is known");
    }
    return metres;
  }
}
