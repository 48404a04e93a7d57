package org.skywatt.ingest.grib.grid;

import java.util.Arrays;
import org.skywatt.core.grid.RowsGrid;

/**
 * Grids of parallels: regular and reduced Gaussian, and reduced latitude-longitude.
 *
 * <p>The list of a reduced Gaussian grid counts the points of whole parallels for ECMWF, even where
 * the grid is a part of the earth; the WMO's counts the points that are there. Which it is shows in
 * the number of points.
 */
record ReducedRows(double[] latitudes, Corners corners) {
  /** Corners of edition 1 are rounded to a thousandth of a degree. */
  private static final double ROUNDING = 1e-3;

  /** Every parallel with the same points. */
  RowsGrid regular(int columns, int mode) {
    double step = corners.longitudeStep(columns, mode);
    double west = corners.west(mode);
    int[] counts = new int[latitudes.length];
    double[] firsts = new double[latitudes.length];
    double[] steps = new double[latitudes.length];
    Arrays.fill(counts, columns);
    Arrays.fill(firsts, west);
    Arrays.fill(steps, step);
    return new RowsGrid(latitudes, counts, firsts, steps, true);
  }

  /**
   * Parallels with points of their own.
   *
   * @param list points of each parallel
   * @param points how many there are in all; −1 where the section does not say
   */
  RowsGrid reduced(int[] list, long points) {
    if (isRound(list)) {
      return round(list);
    }
    RowsGrid parts = partsOfWholeParallels(list);
    long listed = 0;
    for (int each : list) {
      listed += each;
    }
    return parts.size() != points && listed == points ? between(list) : parts;
  }

  /** Points at equal distance from the first to the last longitude of every parallel. */
  RowsGrid between(int[] list) {
    if (isRound(list)) {
      return round(list);
    }
    double[] firsts = new double[list.length];
    double[] steps = new double[list.length];
    for (int row = 0; row < list.length; row++) {
      firsts[row] = corners.lon1();
      steps[row] = corners.longitudeStep(Math.max(1, list[row]), 0);
    }
    return new RowsGrid(latitudes, list, firsts, steps, false);
  }

  private boolean isRound(int[] list) {
    int longest = 1;
    for (int each : list) {
      longest = Math.max(longest, each);
    }
    double span = (corners.lon2() - corners.lon1()) % 360;
    double eastwards = span <= 0 ? span + 360 : span;
    return eastwards + 360.0 / longest >= 360 - 2 * ROUNDING;
  }

  private RowsGrid round(int[] list) {
    double[] firsts = new double[list.length];
    double[] steps = new double[list.length];
    for (int row = 0; row < list.length; row++) {
      firsts[row] = corners.lon1();
      steps[row] = 360.0 / Math.max(1, list[row]);
    }
    return new RowsGrid(latitudes, list, firsts, steps, false);
  }

  /** Of every whole parallel, whose points start at Greenwich, those between the longitudes. */
  private RowsGrid partsOfWholeParallels(int[] list) {
    double east = corners.lon2();
    double west = corners.lon1() > east ? corners.lon1() - 360 : corners.lon1();
    int[] counts = new int[list.length];
    double[] firsts = new double[list.length];
    double[] steps = new double[list.length];
    for (int row = 0; row < list.length; row++) {
      steps[row] = 360.0 / Math.max(1, list[row]);
      long first = (long) Math.ceil((west - ROUNDING) / steps[row]);
      long last = (long) Math.floor((east + ROUNDING) / steps[row]);
      counts[row] = list[row] == 0 ? 0 : (int) Math.max(0, last - first + 1);
      firsts[row] = first * steps[row];
    }
    return new RowsGrid(latitudes, counts, firsts, steps, false);
  }
}
