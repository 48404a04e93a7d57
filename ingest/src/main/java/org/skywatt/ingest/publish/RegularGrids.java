package org.skywatt.ingest.publish;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.skywatt.core.grid.GridWindow;
import org.skywatt.core.grid.LatLonGrid;

/** Finds the regular grid that a run's fields are published on. */
final class RegularGrids {
  private RegularGrids() {}

  /**
   * The part of the run's largest grid that is kept, as it is where it is regular in latitude and
   * longitude, else a regular grid over the same area with about as many points; every second,
   * third … point where there are more than {@code most}.
   */
  static Optional<LatLonGrid> find(Collection<GridWindow> windows, long most) {
    return windows.stream()
        .max(Comparator.comparingInt(GridWindow::size))
        .map(window -> thinned(regular(window), most));
  }

  private static LatLonGrid regular(GridWindow window) {
    if (window.base() instanceof LatLonGrid base) {
      double firstLongitude = base.longitude(window.firstColumn());
      return new LatLonGrid(
          base.latitude(window.firstRow()),
          base.latitudeStep(),
          window.rows(),
          firstLongitude > 360 ? firstLongitude - 360 : firstLongitude,
          base.longitudeStep(),
          window.columns());
    }
    double south = 90;
    double north = -90;
    double west = 180;
    double east = -180;
    double middle = window.pointLongitude(window.size() / 2);
    for (int i = 0; i < window.size(); i++) {
      double latitude = window.pointLatitude(i);
      double offset = Math.IEEEremainder(window.pointLongitude(i) - middle, 360);
      if (!Double.isNaN(latitude + offset)) {
        south = Math.min(south, latitude);
        north = Math.max(north, latitude);
        west = Math.min(west, offset);
        east = Math.max(east, offset);
      }
    }
    double step = Math.sqrt(Math.max(1e-6, (north - south) * (east - west)) / window.size());
    int rows = Math.max(2, (int) Math.ceil((north - south) / step) + 1);
    int columns = Math.max(2, (int) Math.ceil((east - west) / step) + 1);
    return new LatLonGrid(
        south,
        (north - south) / (rows - 1),
        rows,
        Math.IEEEremainder(middle + west, 360),
        (east - west) / (columns - 1),
        columns);
  }

  private static LatLonGrid thinned(LatLonGrid grid, long most) {
    int stride = 1;
    while ((long) count(grid.rows(), stride) * count(grid.columns(), stride) > most) {
      stride++;
    }
    return new LatLonGrid(
        grid.firstLatitude(),
        grid.latitudeStep() * stride,
        count(grid.rows(), stride),
        grid.firstLongitude(),
        grid.longitudeStep() * stride,
        count(grid.columns(), stride));
  }

  private static int count(int all, int stride) {
    return (all - 1) / stride + 1;
  }
}
