package org.skywatt.ingest.cf;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.skywatt.core.grid.CurvilinearGrid;
import org.skywatt.core.grid.Grid;
import org.skywatt.core.grid.LatLonGrid;
import org.skywatt.ingest.cf.GridMappings.Mapped;

/** Finds the grids of a dataset's variables, each made once. */
final class Horizontals {
  private final Map<String, Horizontal> known = new HashMap<>();
  private final GridMappings mappings;

  Horizontals(Coordinates coordinates) {
    mappings = new GridMappings(coordinates);
  }

  /**
   * The grid of a variable; empty where it has none.
   *
   * @throws CfException where it has one that cannot be told
   */
  Optional<Horizontal> find(CfVariable variable, List<Coordinate> coordinates)
      throws IOException, CfException {
    Coordinate y = axis(coordinates, Role.LATITUDE);
    Coordinate x = axis(coordinates, Role.LONGITUDE);
    boolean geographic = x != null && y != null;
    if (!geographic) {
      y = axis(coordinates, Role.Y);
      x = axis(coordinates, Role.X);
    }
    Coordinate latitudes = plane(coordinates, Role.LATITUDE);
    Coordinate longitudes = plane(coordinates, Role.LONGITUDE);
    boolean curved =
        latitudes != null
            && longitudes != null
            && latitudes.dimensions().equals(longitudes.dimensions());
    if (x != null && y != null && x.dimensions().equals(y.dimensions())) {
      return Optional.empty(); // points along one dimension: stations
    }
    if ((x == null || y == null) && !curved) {
      return Optional.empty();
    }
    String key =
        variable.dimensions()
            + "|"
            + variable.attributes().text("grid_mapping").orElse("")
            + (x == null || y == null ? "" : "|" + x.name() + "|" + y.name());
    Horizontal found = known.get(key);
    if (found == null) {
      if (geographic) {
        found = geographic(variable, x, y);
      } else if (x != null && y != null) {
        found = projected(variable, x, y, curved ? latitudes : null, longitudes);
      } else {
        found = curvilinear(variable, latitudes, longitudes);
      }
      known.put(key, found);
    }
    return Optional.of(found);
  }

  /** The coordinate of one of the variable's dimensions. */
  private static Coordinate axis(List<Coordinate> coordinates, Role role) {
    return find(coordinates, role, 1);
  }

  private static Coordinate plane(List<Coordinate> coordinates, Role role) {
    return find(coordinates, role, 2);
  }

  private static Coordinate find(List<Coordinate> coordinates, Role role, int rank) {
    return coordinates.stream()
        .filter(each -> each.role() == role && each.dimensions().size() == rank)
        .findFirst()
        .orElse(null);
  }

  private static Horizontal geographic(CfVariable variable, Coordinate x, Coordinate y)
      throws CfException {
    double[] longitudes = LatLonGrids.eastwards(x.values());
    boolean westwards = longitudes.length > 1 && longitudes[longitudes.length - 1] < longitudes[0];
    Grid grid =
        LatLonGrids.grid(y.values(), westwards ? LatLonGrids.reversed(longitudes) : longitudes);
    String gridType = grid instanceof LatLonGrid ? "regular_ll" : "irregular_ll";
    return horizontal(new Mapped(grid, gridType), false, variable, x, y, westwards);
  }

  private Horizontal projected(
      CfVariable variable, Coordinate x, Coordinate y, Coordinate latitudes, Coordinate longitudes)
      throws IOException, CfException {
    try {
      return horizontal(mappings.grid(variable, x, y), true, variable, x, y, false);
    } catch (CfException e) {
      if (latitudes == null) {
        throw e;
      }
      return curvilinear(variable, latitudes, longitudes);
    }
  }

  private static Horizontal horizontal(
      Mapped mapped, boolean own, CfVariable variable, Coordinate x, Coordinate y, boolean reversed)
      throws CfException {
    int rows = variable.dimensions().indexOf(y.dimensions().get(0));
    int columns = variable.dimensions().indexOf(x.dimensions().get(0));
    return new Horizontal(mapped.grid(), mapped.gridType(), own, rows, columns, reversed);
  }

  private static Horizontal curvilinear(
      CfVariable variable, Coordinate latitudes, Coordinate longitudes) throws CfException {
    int[] shape = latitudes.variable().shape();
    try {
      return new Horizontal(
          new CurvilinearGrid(shape[0], shape[1], latitudes.values(), longitudes.values()),
          "curvilinear",
          true,
          variable.dimensions().indexOf(latitudes.dimensions().get(0)),
          variable.dimensions().indexOf(latitudes.dimensions().get(1)),
          false);
    } catch (IllegalArgumentException e) {
      throw new CfException("latitudes and longitudes make no grid: " + e.getMessage());
    }
  }
}
