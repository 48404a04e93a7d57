package org.skywatt.ingest.frame;

import org.skywatt.core.grid.Grid;
import org.skywatt.core.grid.LatLonGrid;
import org.skywatt.core.grid.ProjectedGrid;
import org.skywatt.ingest.satellite.RowTimes;
import org.skywatt.ingest.satellite.SatelliteImage;

/** Images with larger pixels. */
final class Coarsening {
  private Coarsening() {}

  /**
   * The means over blocks of {@code factor} rows and columns, of the values that are there; NaN
   * where half of them or more are missing. Rows and columns beyond the last whole block are left
   * out.
   */
  static SatelliteImage of(SatelliteImage image, int factor) {
    Grid fine = image.grid();
    if (factor <= 1 || fine.rows() < factor || fine.columns() < factor) {
      return image;
    }
    Grid grid = coarse(fine, factor);
    float[] values = new float[grid.size()];
    long[] times = new long[grid.rows()];
    for (int row = 0; row < grid.rows(); row++) {
      times[row] =
          (image.timeOfRow(row * factor).toEpochMilli()
                  + image.timeOfRow((row + 1) * factor - 1).toEpochMilli())
              / 2;
      for (int column = 0; column < grid.columns(); column++) {
        values[row * grid.columns() + column] = mean(image, row * factor, column * factor, factor);
      }
    }
    return new SatelliteImage(
        image.satellite(),
        image.channel(),
        image.quantity(),
        image.start(),
        image.end(),
        image.subLongitude(),
        grid,
        values,
        RowTimes.of(times));
  }

  private static float mean(SatelliteImage image, int firstRow, int firstColumn, int factor) {
    double sum = 0;
    int count = 0;
    for (int row = firstRow; row < firstRow + factor; row++) {
      int at = row * image.grid().columns() + firstColumn;
      for (int i = at; i < at + factor; i++) {
        float value = image.values()[i];
        if (!Float.isNaN(value)) {
          sum += value;
          count++;
        }
      }
    }
    return 2 * count > factor * factor ? (float) (sum / count) : Float.NaN;
  }

  private static Grid coarse(Grid fine, int factor) {
    double shift = (factor - 1) / 2.0;
    int rows = fine.rows() / factor;
    int columns = fine.columns() / factor;
    if (fine instanceof ProjectedGrid grid) {
      return new ProjectedGrid(
          grid.projection(),
          grid.firstX() + shift * grid.stepX(),
          factor * grid.stepX(),
          columns,
          grid.firstY() + shift * grid.stepY(),
          factor * grid.stepY(),
          rows);
    }
    if (fine instanceof LatLonGrid grid) {
      return new LatLonGrid(
          grid.firstLatitude() + shift * grid.latitudeStep(),
          factor * grid.latitudeStep(),
          rows,
          grid.firstLongitude() + shift * grid.longitudeStep(),
          factor * grid.longitudeStep(),
          columns);
    }
    throw new IllegalArgumentException("images of " + fine.getClass().getSimpleName());
  }
}
