package org.skywatt.ingest.grib.grid;

import org.skywatt.core.grid.Grid;
import org.skywatt.core.grid.RotatedGrid;
import org.skywatt.core.grid.RowsGrid;
import org.skywatt.core.projection.RotatedLatLon;
import org.skywatt.ingest.grib.octet.Octets;

/**
 * Section 3 of edition 2: templates 3.0 and 3.1 (latitude-longitude, rotated), 3.40 and 3.41
 * (Gaussian, rotated), NCEP's 3.32769, and those on a plane ({@link Edition2Planes}); the others
 * are refused by name. Trouble is an IllegalArgumentException.
 */
public final class Edition2Grids {
  private static final int END_OF_LAT_LON = 72;
  private static final int END_OF_ROTATION = 84;

  private final Octets section;

  private Edition2Grids(Octets section) {
    this.section = section;
  }

  /** The grid of a section 3. */
  public static GridLayout parse(Octets section) {
    GridLayout layout = new Edition2Grids(section).layout();
    layout.requirePoints(section.unsigned32(7));
    return layout;
  }

  private GridLayout layout() {
    if (section.unsigned8(6) != 0) {
      throw new IllegalArgumentException(
          "its grid is not in the message (source " + section.unsigned8(6) + "): not supported");
    }
    int template = section.unsigned16(13);
    return switch (template) {
      case 0 -> latLon("ll");
      case 1 -> rotated(latLon("ll"), END_OF_LAT_LON);
      case 40 -> gaussian(END_OF_LAT_LON);
      case 41 -> rotated(gaussian(END_OF_ROTATION), END_OF_LAT_LON);
      case 10, 12, 20, 30, 31, 90, 140 -> new Edition2Planes(section).layout(template);
      case 32769 -> arakawa();
      default ->
          throw new IllegalArgumentException(
              "grid definition template 3." + template + name(template) + " is not supported");
    };
  }

  private static String name(int template) {
    return switch (template) {
      case 2, 3, 42, 43 -> " (stretched grid)";
      case 4, 5 -> " (variable resolution)";
      case 50, 51, 52, 53 -> " (spherical harmonics)";
      case 61, 62, 63 -> " (spectral)";
      case 100 -> " (triangular grid on an icosahedron)";
      case 101 -> " (unstructured grid, whose points are in another file)";
      case 110, 1000, 1100, 1200 -> " (not a horizontal grid on a map)";
      case 120 -> " (azimuth and range of a radar)";
      case 150 -> " (HEALPix)";
      case 204 -> " (curvilinear orthogonal grid, whose points are in other messages)";
      default -> "";
    };
  }

  private GridLayout latLon(String suffix) {
    int mode = section.unsigned8(72);
    Corners corners = corners();
    if (section.isMissing32(31)) {
      double[] latitudes = new double[rows()];
      for (int row = 0; row < latitudes.length; row++) {
        double part = latitudes.length == 1 ? 0 : (double) row / (latitudes.length - 1);
        latitudes[row] = corners.lat1() + part * (corners.lat2() - corners.lat1());
      }
      int[] list = list(latitudes.length, END_OF_LAT_LON);
      RowsGrid grid = new ReducedRows(latitudes, corners).between(list);
      return layout("reduced_" + suffix, grid, ScanOrder.reduced(list, mode));
    }
    int columns = columns();
    int rows = rows();
    double increment = section.isMissing32(68) ? Double.NaN : angle(68);
    Grid grid = corners.regular(columns, rows, mode, increment);
    return layout("regular_" + suffix, grid, ScanOrder.regular(columns, rows, mode, true));
  }

  private GridLayout gaussian(int end) {
    int mode = section.unsigned8(72);
    int rows = rows();
    Corners corners = corners();
    double[] latitudes =
        GaussianRows.latitudes(
            (int) Math.min(Integer.MAX_VALUE, section.unsigned32(68)),
            rows,
            corners.lat1(),
            (mode & ScanOrder.SOUTH_TO_NORTH) != 0);
    ReducedRows parallels = new ReducedRows(latitudes, corners);
    if (section.isMissing32(31)) {
      int at = section.unsigned16(13) == 41 ? END_OF_ROTATION : end;
      RowsGrid grid = parallels.reduced(list(rows, at), section.unsigned32(7));
      return layout("reduced_gg", grid, ScanOrder.reduced(grid.rowLengths(), mode));
    }
    int columns = columns();
    RowsGrid grid = parallels.regular(columns, mode);
    return layout("regular_gg", grid, ScanOrder.regular(columns, rows, mode, true));
  }

  private GridLayout rotated(GridLayout plain, int at) {
    RotatedLatLon rotation =
        new RotatedLatLon(
            section.signed32(at + 1) / 1e6, section.signed32(at + 5) / 1e6, section.ieee32(at + 9));
    String type = plain.gridType().replace("regular_", "rotated_");
    return new GridLayout(
        type.replace("reduced_", "reduced_rotated_"),
        new RotatedGrid(plain.grid(), rotation),
        plain.order(),
        plain.gridRelativeWind());
  }

  private GridLayout layout(String gridType, Grid grid, ScanOrder order) {
    return GridLayout.of(gridType, grid, order, section.unsigned8(55));
  }

  /**
   * NCEP's rotated grid of Arakawa's B kind (RAP): corners are true places, and the origin of the
   * rotated coordinates is the centre.
   */
  private GridLayout arakawa() {
    RotatedLatLon rotation =
        new RotatedLatLon(section.signed32(56) / 1e6 - 90, section.signed32(60) / 1e6, 0);
    return new PlaneLayouts(columns(), rows(), section.unsigned8(72), section.unsigned8(55))
        .from(
            "ncep_32769",
            rotation,
            section.signed32(47) / 1e6,
            section.signed32(51) / 1e6,
            section.unsigned32(64) / 1e6,
            section.unsigned32(68) / 1e6);
  }

  private Corners corners() {
    return new Corners(angle(47), angle(51), angle(56), angle(60));
  }

  /** Degrees, in millionths unless the section names another basic angle. */
  private double angle(int octet) {
    long basic = section.unsigned32(39);
    long subdivisions = section.unsigned32(43);
    boolean usual =
        basic == 0 || section.isMissing32(39) || subdivisions == 0 || section.isMissing32(43);
    int raw = section.signed32(octet);
    return usual ? raw / 1e6 : (double) raw * basic / subdivisions;
  }

  private int columns() {
    GridLayout.requireSides(section.unsigned32(31), section.unsigned32(35));
    return (int) section.unsigned32(31);
  }

  private int rows() {
    GridLayout.requireSides(1, section.unsigned32(35));
    return (int) section.unsigned32(35);
  }

  /** Points of each row, from the list at the end of the section. */
  private int[] list(int rows, int end) {
    int size = section.unsigned8(11);
    if (size < 1 || size > 4 || (long) size * rows > section.length()) {
      throw new IllegalArgumentException("corrupt: no list of the points of its " + rows + " rows");
    }
    int[] list = new int[rows];
    long sum = 0;
    for (int row = 0; row < rows; row++) {
      for (int i = 0; i < size; i++) {
        list[row] = list[row] << 8 | section.unsigned8(end + 1 + row * size + i);
      }
      if (list[row] < 0) {
        throw new IllegalArgumentException("corrupt: row " + row + " is too long");
      }
      sum += list[row];
    }
    GridLayout.requireSides(Math.max(1, sum), 1);
    return list;
  }
}
