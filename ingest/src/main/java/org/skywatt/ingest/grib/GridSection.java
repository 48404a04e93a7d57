package org.skywatt.ingest.grib;

import java.nio.ByteBuffer;
import org.skywatt.core.grid.LatLonGrid;

/**
 * Section 3, grid definition: template 3.0, regular latitude-longitude. Octet n of the manual is
 * byte n − 1.
 */
final class GridSection {
  /** Beyond every grid in use: a larger count is a corrupt header, not a field. */
  private static final long MOST_POINTS = 200_000_000;

  private static final int ROWS_OPPOSITE = 0x10;
  private static final int COLUMNS_CONSECUTIVE = 0x20;
  private static final int SOUTH_TO_NORTH = 0x40;
  private static final int EAST_TO_WEST = 0x80;
  private static final int KNOWN_FLAGS =
      ROWS_OPPOSITE | COLUMNS_CONSECUTIVE | SOUTH_TO_NORTH | EAST_TO_WEST;

  private final ByteBuffer section;

  GridSection(ByteBuffer section) {
    this.section = section;
  }

  /** The grid and how the file walks it. */
  record Layout(LatLonGrid grid, int scanMode) {
    int size() {
      return grid.size();
    }

    /** Values in scan order, put from the north-west along rows. */
    float[] northWestFirst(float[] scanned) {
      if (scanMode == 0) {
        return scanned;
      }
      int nx = grid.columns();
      int ny = grid.rows();
      boolean alongColumns = (scanMode & COLUMNS_CONSECUTIVE) != 0;
      int lineLength = alongColumns ? ny : nx;
      float[] values = new float[scanned.length];
      for (int i = 0; i < scanned.length; i++) {
        int line = i / lineLength;
        int along = i % lineLength;
        if ((scanMode & ROWS_OPPOSITE) != 0 && line % 2 == 1) {
          along = lineLength - 1 - along;
        }
        int row = alongColumns ? along : line;
        int column = alongColumns ? line : along;
        if ((scanMode & SOUTH_TO_NORTH) != 0) {
          row = ny - 1 - row;
        }
        if ((scanMode & EAST_TO_WEST) != 0) {
          column = nx - 1 - column;
        }
        values[row * nx + column] = scanned[i];
      }
      return values;
    }
  }

  /** Parses the section; what is unknown or impossible is an IllegalArgumentException. */
  Layout layout() {
    int template = section.getShort(12) & 0xffff;
    if (template != 0) {
      throw new IllegalArgumentException(
          "grid definition template 3." + template + " is not supported, only regular lat/lon");
    }
    if (section.get(10) != 0 || section.getInt(30) == -1) {
      throw new IllegalArgumentException("reduced lat/lon grids are not supported");
    }
    long nx = section.getInt(30) & 0xffffffffL;
    long ny = section.getInt(34) & 0xffffffffL;
    long points = section.getInt(6) & 0xffffffffL;
    if (nx < 1 || ny < 1 || nx * ny != points || points > MOST_POINTS) {
      throw new IllegalArgumentException(
          "corrupt: a grid of " + nx + " x " + ny + " is said to have " + points + " points");
    }
    int scanMode = section.get(71) & 0xff;
    if ((scanMode & ~KNOWN_FLAGS) != 0) {
      throw new IllegalArgumentException("scanning mode " + scanMode + " is not supported");
    }
    boolean northward = (scanMode & SOUTH_TO_NORTH) != 0;
    boolean westward = (scanMode & EAST_TO_WEST) != 0;
    double firstLat = angle(46);
    double firstLon = angle(50);
    double lastLat = angle(55);
    double lastLon = angle(59);
    double north = northward ? lastLat : firstLat;
    double south = northward ? firstLat : lastLat;
    double west = westward ? lastLon : firstLon;
    double east = westward ? firstLon : lastLon;
    // From the corners: increments are rounded to a millionth of a degree, and sometimes wrong.
    double latStep = ny > 1 ? (south - north) / (ny - 1) : -1;
    double lonStep = nx > 1 ? eastwards(west, east) / (nx - 1) : 1;
    double signedWest = west >= 180 ? west - 360 : west;
    return new Layout(
        new LatLonGrid(north, latStep, (int) ny, signedWest, lonStep, (int) nx), scanMode);
  }

  private static double eastwards(double west, double east) {
    double span = (east - west) % 360;
    return span <= 0 ? span + 360 : span;
  }

  /** Degrees, in millionths unless the section names another basic angle. */
  private double angle(int at) {
    int basic = section.getInt(38);
    int subdivisions = section.getInt(42);
    int raw = ProductSection.signMagnitude(section.getInt(at));
    boolean usual = basic == 0 || basic == -1 || subdivisions == 0 || subdivisions == -1;
    return usual ? raw / 1e6 : (double) raw * basic / subdivisions;
  }
}
