package org.skywatt.ingest.grib.grid;

import org.skywatt.core.grid.LatLonGrid;
import org.skywatt.core.grid.RowsGrid;
import org.skywatt.core.projection.Ellipsoid;
import org.skywatt.core.projection.Mercator;
import org.skywatt.core.projection.PlanePoint;
import org.skywatt.core.projection.PolarStereographic;

/**
 * Grids of edition 1 that a message names by number instead of describing them: the international
 * ones (WMO Manual on Codes, volume I.2, table D) and the common ones of NCEP (Office Note 388,
 * table B). Others are refused by number.
 */
public final class PredefinedGrids {
  private static final int NCEP = 7;
  private static final double NCEP_RADIUS = 6367470;

  /** Points on the parallels of a thinned octant (37 to 44) from the equator to the pole. */
  private static final int[] OCTANT = {
    73, 73, 73, 73, 73, 73, 73, 73, 72, 72, 72, 71, 71, 71, 70, 70, 69, 69, 68, 67, 67, 66, 65, 65,
    64, 63, 62, 61, 60, 60, 59, 58, 57, 56, 55, 54, 52, 51, 50, 49, 48, 47, 45, 44, 43, 42, 40, 39,
    38, 36, 35, 33, 32, 30, 29, 28, 26, 25, 23, 22, 20, 19, 17, 16, 14, 12, 11, 9, 8, 6, 5, 3, 2
  };

  private PredefinedGrids() {}

  /**
   * The grid of a number.
   *
   * @param centre whose table the number is of
   * @param number octet 7 of section 1
   */
  public static GridLayout of(int centre, int number) {
    return switch (number) {
      case 21 -> sector(0, 0, 37, 37, 5, 2.5);
      case 22 -> sector(0, -180, 37, 37, 5, 2.5);
      case 23 -> sector(-90, 0, 37, 37, 5, 2.5);
      case 24 -> sector(-90, -180, 37, 37, 5, 2.5);
      case 25 -> sector(0, 0, 72, 19, 5, 5);
      case 26 -> sector(-90, 0, 72, 19, 5, 5);
      case 37, 38, 39, 40 -> octant(0, 330 + 90 * (number - 37));
      case 41, 42, 43, 44 -> octant(-90, 330 + 90 * (number - 41));
      case 61 -> sector(0, 0, 91, 46, 2, 2);
      case 62 -> sector(0, -180, 91, 46, 2, 2);
      case 63 -> sector(-90, 0, 91, 46, 2, 2);
      case 64 -> sector(-90, -180, 91, 46, 2, 2);
      default -> {
        if (centre != NCEP) {
          throw new IllegalArgumentException(notSupported(centre, number));
        }
        yield ncep(number);
      }
    };
  }

  private static String notSupported(int centre, int number) {
    return "predefined grid " + number + " of centre " + centre + " is not supported";
  }

  private static GridLayout ncep(int number) {
    return switch (number) {
      case 1 -> tropicalStrip();
      case 2 -> latLon(90, -2.5, 73, 2.5, 144);
      case 3 -> latLon(90, -1, 181, 1, 360);
      case 4 -> latLon(90, -0.5, 361, 0.5, 720);
      case 5 -> polar(true, -105, 190500, 53, 57, 27, 49);
      case 6 -> polar(true, -105, 190500, 53, 45, 27, 49);
      case 27 -> polar(true, -80, 381000, 65, 65, 33, 33);
      case 28 -> polar(false, 100, 381000, 65, 65, 33, 33);
      case 29 -> latLon(0, 2.5, 37, 2.5, 145);
      case 30 -> latLon(-90, 2.5, 37, 2.5, 145);
      case 33 -> latLon(0, 2, 46, 2, 181);
      case 34 -> latLon(-90, 2, 46, 2, 181);
      case 45 -> latLon(90, -1.25, 145, 1.25, 288);
      case 85 -> latLon(0.5, 1, 90, 1, 360, 0.5);
      case 86 -> latLon(-89.5, 1, 90, 1, 360, 0.5);
      default -> throw new IllegalArgumentException(notSupported(NCEP, number));
    };
  }

  /** Rows run northwards; the pole is one point, given once. */
  private static GridLayout sector(
      double south, double west, int columns, int rows, double lonStep, double latStep) {
    double[] latitudes = new double[rows];
    int[] counts = new int[rows];
    double[] firsts = new double[rows];
    double[] steps = new double[rows];
    for (int row = 0; row < rows; row++) {
      latitudes[row] = south + latStep * row;
      boolean pole = Math.abs(latitudes[row]) == 90;
      counts[row] = pole ? 1 : columns;
      firsts[row] = west;
      steps[row] = pole ? 360 : lonStep;
    }
    RowsGrid grid = new RowsGrid(latitudes, counts, firsts, steps, false);
    return new GridLayout("regular_ll", grid, ScanOrder.reduced(counts, 0), false);
  }

  private static GridLayout octant(double south, double west) {
    int rows = OCTANT.length;
    double[] latitudes = new double[rows];
    int[] counts = new int[rows];
    double[] firsts = new double[rows];
    double[] steps = new double[rows];
    for (int row = 0; row < rows; row++) {
      latitudes[row] = south + 1.25 * row;
      counts[row] = OCTANT[south < 0 ? rows - 1 - row : row];
      firsts[row] = west;
      steps[row] = 90.0 / (counts[row] - 1);
    }
    RowsGrid grid = new RowsGrid(latitudes, counts, firsts, steps, false);
    return new GridLayout("reduced_ll", grid, ScanOrder.reduced(counts, 0), false);
  }

  private static GridLayout latLon(
      double first, double latStep, int rows, double lonStep, int columns) {
    return latLon(first, latStep, rows, lonStep, columns, 0);
  }

  private static GridLayout latLon(
      double first, double latStep, int rows, double lonStep, int columns, double west) {
    LatLonGrid grid = new LatLonGrid(first, latStep, rows, west, lonStep, columns);
    return new GridLayout("regular_ll", grid, ScanOrder.regular(columns, rows, 0, true), false);
  }

  private static GridLayout polar(
      boolean north, double meridian, double step, int columns, int rows, int poleX, int poleY) {
    PolarStereographic plane =
        new PolarStereographic(Ellipsoid.sphere(NCEP_RADIUS), north, meridian, 60);
    PlanePoint first = new PlanePoint(-step * (poleX - 1), -step * (poleY - 1));
    return new PlaneLayouts(columns, rows, ScanOrder.SOUTH_TO_NORTH, 0x08)
        .from("polar_stereographic", plane, first, step, step);
  }

  private static GridLayout tropicalStrip() {
    Mercator plane = new Mercator(Ellipsoid.sphere(NCEP_RADIUS), 0, 22.5);
    double step = plane.xPeriod() / 72;
    PlanePoint first = new PlanePoint(0, -step * 11);
    return new PlaneLayouts(73, 23, ScanOrder.SOUTH_TO_NORTH, 0)
        .from("mercator", plane, first, step, step);
  }
}
