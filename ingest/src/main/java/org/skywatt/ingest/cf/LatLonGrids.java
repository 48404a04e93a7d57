package org.skywatt.ingest.cf;

import java.util.Arrays;
import org.skywatt.core.grid.CurvilinearGrid;
import org.skywatt.core.grid.Grid;
import org.skywatt.core.grid.LatLonGrid;
import org.skywatt.core.grid.RowsGrid;

/** Grids of one-dimensional latitudes and longitudes. */
final class LatLonGrids {
  private LatLonGrids() {}

  /** Longitudes that run eastwards without a jump, from −360 to 360; reversed by the caller. */
  static double[] eastwards(double[] longitudes) {
    double[] continuous = longitudes.clone();
    for (int i = 1; i < continuous.length; i++) {
      double step = continuous[i] - continuous[i - 1];
      continuous[i] = continuous[i - 1] + Math.IEEEremainder(step, 360);
    }
    double turns = continuous.length > 0 ? Math.floor((continuous[0] + 180) / 360) * 360 : 0;
    boolean far = continuous.length > 0 && Math.abs(continuous[0]) > 360;
    for (int i = 0; far && i < continuous.length; i++) {
      continuous[i] -= turns;
    }
    return continuous;
  }

  static double[] reversed(double[] values) {
    double[] back = new double[values.length];
    for (int i = 0; i < back.length; i++) {
      back[i] = values[values.length - 1 - i];
    }
    return back;
  }

  /** The grid of latitudes, in either direction, and longitudes that run eastwards. */
  static Grid grid(double[] latitudes, double[] longitudes) throws CfException {
    Axis rows = Axis.find(latitudes);
    Axis columns = Axis.find(longitudes);
    try {
      if (rows != null && columns != null) {
        return new LatLonGrid(
            rows.first(),
            rows.step(),
            rows.count(),
            columns.first(),
            columns.step(),
            columns.count());
      }
      int width = longitudes.length;
      if (columns != null && columns.step() > 0) {
        return parallels(latitudes, columns);
      }
      double[] latitude = new double[Math.multiplyExact(latitudes.length, width)];
      double[] longitude = new double[latitude.length];
      for (int i = 0; i < latitude.length; i++) {
        latitude[i] = latitudes[i / width];
        longitude[i] = Math.IEEEremainder(longitudes[i % width], 360);
      }
      return new CurvilinearGrid(latitudes.length, width, latitude, longitude);
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new CfException("latitudes and longitudes make no grid: " + e.getMessage());
    }
  }

  /** Latitudes of any spacing, as on Gaussian grids. */
  private static Grid parallels(double[] latitudes, Axis columns) {
    int[] counts = new int[latitudes.length];
    double[] firsts = new double[latitudes.length];
    double[] steps = new double[latitudes.length];
    Arrays.fill(counts, columns.count());
    Arrays.fill(firsts, columns.first());
    Arrays.fill(steps, columns.step());
    return new RowsGrid(latitudes, counts, firsts, steps, true);
  }
}
