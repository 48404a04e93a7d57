package org.skywatt.ingest.grib.grid;

import org.skywatt.core.grid.Grid;
import org.skywatt.core.grid.RotatedGrid;
import org.skywatt.core.grid.RowsGrid;
import org.skywatt.core.projection.AlbersEqualArea;
import org.skywatt.core.projection.Ellipsoid;
import org.skywatt.core.projection.LambertConformal;
import org.skywatt.core.projection.Mercator;
import org.skywatt.core.projection.PolarStereographic;
import org.skywatt.core.projection.Projection;
import org.skywatt.core.projection.RotatedLatLon;
import org.skywatt.ingest.grib.octet.Octets;

/**
 * Section 2 of edition 1, by its data representation type (code table 6); the spectral, stretched
 * and rare ones are refused by name. Angles are in thousandths of a degree, lengths in metres.
 */
public final class Edition1Grids {
  private static final int NOT_GIVEN = 65535;
  private static final int SOUTH_POLE = 0x80;

  /** Where type 5's scale is true, by definition. */
  private static final double POLAR_TRUE_SCALE = 60;

  private final Octets section;
  private final int flags;

  private Edition1Grids(Octets section) {
    this.section = section;
    this.flags = section.unsigned8(17);
  }

  /** The grid of a section 2. */
  public static GridLayout parse(Octets section) {
    return new Edition1Grids(section).layout();
  }

  private GridLayout layout() {
    int type = section.unsigned8(6);
    return switch (type) {
      case 0 -> latLon();
      case 4 -> gaussian();
      case 10 -> rotated(latLon());
      case 14 -> rotated(gaussian());
      case 1 -> mercator();
      case 3, 8 -> conic(type);
      case 5 -> polar();
      case 90 -> space();
      default ->
          throw new IllegalArgumentException(
              "grid of type " + type + name(type) + " in edition 1 is not supported");
    };
  }

  private static String name(int type) {
    return switch (type) {
      case 2 -> " (gnomonic)";
      case 6 -> " (UTM)";
      case 7 -> " (simple polyconic)";
      case 13 -> " (oblique Lambert)";
      case 20, 24, 30, 34 -> " (stretched)";
      case 50, 60, 70, 80 -> " (spherical harmonics)";
      case 201, 202, 203 -> " (Arakawa's E grid, NCEP)";
      default -> "";
    };
  }

  private GridLayout latLon() {
    Corners corners = corners();
    int rows = section.unsigned16(9);
    if (section.unsigned16(7) == NOT_GIVEN) {
      GridLayout.requireSides(1, rows);
      double[] latitudes = new double[rows];
      for (int row = 0; row < rows; row++) {
        double part = rows == 1 ? 0 : (double) row / (rows - 1);
        latitudes[row] = corners.lat1() + part * (corners.lat2() - corners.lat1());
      }
      int[] list = list(rows);
      RowsGrid grid = new ReducedRows(latitudes, corners).between(list);
      return layout("reduced_ll", grid, ScanOrder.reduced(list, mode()));
    }
    int columns = section.unsigned16(7);
    GridLayout.requireSides(columns, rows);
    int increment = section.unsigned16(26);
    Grid grid =
        corners.regular(
            columns, rows, mode(), increment == NOT_GIVEN ? Double.NaN : increment / 1e3);
    return layout("regular_ll", grid, ScanOrder.regular(columns, rows, mode(), true));
  }

  private GridLayout gaussian() {
    int columns = section.unsigned16(7);
    int rows = section.unsigned16(9);
    GridLayout.requireSides(columns == NOT_GIVEN ? 1 : columns, rows);
    Corners corners = corners();
    boolean northwards = (mode() & ScanOrder.SOUTH_TO_NORTH) != 0;
    double[] latitudes =
        GaussianRows.latitudes(section.unsigned16(26), rows, corners.lat1(), northwards);
    ReducedRows parallels = new ReducedRows(latitudes, corners);
    if (columns == NOT_GIVEN) {
      RowsGrid grid = parallels.reduced(list(rows), -1);
      return layout("reduced_gg", grid, ScanOrder.reduced(grid.rowLengths(), mode()));
    }
    RowsGrid grid = parallels.regular(columns, mode());
    return layout("regular_gg", grid, ScanOrder.regular(columns, rows, mode(), true));
  }

  private GridLayout rotated(GridLayout plain) {
    RotatedLatLon rotation = new RotatedLatLon(degrees(33), degrees(36), section.ibm32(39));
    String type = plain.gridType().replace("regular_", "rotated_");
    return new GridLayout(
        type.replace("reduced_", "reduced_rotated_"),
        new RotatedGrid(plain.grid(), rotation),
        plain.order(),
        plain.gridRelativeWind());
  }

  private GridLayout mercator() {
    Mercator plane = new Mercator(earth(), degrees(14), degrees(24));
    return layouts()
        .from(
            "mercator",
            plane,
            degrees(11),
            degrees(14),
            section.unsigned24(29),
            section.unsigned24(32));
  }

  private GridLayout conic(int type) {
    double meridian = degrees(18);
    double first = degrees(29);
    double second = degrees(32);
    if (type == 8) {
      return from("albers", new AlbersEqualArea(earth(), first, meridian, first, second));
    }
    return from("lambert", new LambertConformal(earth(), first, meridian, first, second));
  }

  private GridLayout polar() {
    boolean north = (section.unsigned8(27) & SOUTH_POLE) == 0;
    return from(
        "polar_stereographic",
        new PolarStereographic(earth(), north, degrees(18), POLAR_TRUE_SCALE));
  }

  private GridLayout from(String gridType, Projection plane) {
    return layouts()
        .from(
            gridType,
            plane,
            degrees(11),
            degrees(14),
            section.unsigned24(21),
            section.unsigned24(24));
  }

  private GridLayout space() {
    if (section.signed24(11) != 0 || section.unsigned24(29) != 0) {
      throw new IllegalArgumentException("a satellite off the equator is not supported");
    }
    return layouts()
        .fromSpace(
            earth(),
            degrees(14),
            section.unsigned24(18),
            section.unsigned24(21),
            section.unsigned16(24),
            section.unsigned16(26),
            section.unsigned16(35),
            section.unsigned16(37),
            section.unsigned24(32) / 1e6);
  }

  private PlaneLayouts layouts() {
    int columns = section.unsigned16(7);
    int rows = section.unsigned16(9);
    GridLayout.requireSides(columns, rows);
    return new PlaneLayouts(columns, rows, mode(), flags);
  }

  private GridLayout layout(String gridType, Grid grid, ScanOrder order) {
    return GridLayout.of(gridType, grid, order, flags);
  }

  private Ellipsoid earth() {
    return EarthShape.edition1(flags);
  }

  private Corners corners() {
    return new Corners(degrees(11), degrees(14), degrees(18), degrees(21));
  }

  /** Edition 1 has three flags of scanning; the others are reserved. */
  private int mode() {
    return section.unsigned8(28) & 0xe0;
  }

  private double degrees(int octet) {
    return section.signed24(octet) / 1e3;
  }

  /** Points of each row: a list behind the vertical coordinates. */
  private int[] list(int rows) {
    int location = section.unsigned8(5);
    int coordinates = section.unsigned8(4);
    if (location == 255) {
      throw new IllegalArgumentException("corrupt: no list of the points of its " + rows + " rows");
    }
    int start = location + 4 * (coordinates == 255 ? 0 : coordinates);
    int[] list = new int[rows];
    long sum = 0;
    for (int row = 0; row < rows; row++) {
      list[row] = section.unsigned16(start + 2 * row);
      sum += list[row];
    }
    GridLayout.requireSides(Math.max(1, sum), 1);
    return list;
  }
}
