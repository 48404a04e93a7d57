package org.skywatt.ingest.satellite;

import java.time.Instant;
import org.skywatt.core.grid.Grid;
import org.skywatt.core.grid.LatLonGrid;
import org.skywatt.core.grid.ProjectedGrid;
import org.skywatt.core.projection.Ellipsoid;
import org.skywatt.core.projection.SpaceView;
import org.skywatt.ingest.cf.CfImages;
import org.skywatt.ingest.file.UnreadableFileException;

/** Start and end of a scan, which runs from north to south at even speed of its angle. */
record ScanTimes(Instant start, Instant end) {
  private static final String ABI_UNITS = "seconds since 2000-01-01 12:00:00";
  private static final double GEOSTATIONARY_DISTANCE = 42_164_000;

  /**
   * By {@code time_bounds} (ABI), or {@code start_time} and {@code end_time} (Himawari); where a
   * file has neither, the one time that it tells.
   */
  static ScanTimes of(CfImages file, Instant otherwise) throws UnreadableFileException {
    if (file.find("time_bounds").isPresent()) {
      double[] bounds = file.numbers("time_bounds");
      if (bounds.length != 2 || !(bounds[1] >= bounds[0])) {
        throw file.refused("time_bounds", "no start and end of a scan");
      }
      return new ScanTimes(
          time(file, "time_bounds", bounds[0]), time(file, "time_bounds", bounds[1]));
    }
    return has(file) ? startAndEnd(file) : new ScanTimes(otherwise, otherwise);
  }

  /** Whether a file tells start and end of its scan in variables of these names. */
  static boolean has(CfImages file) {
    return file.find("start_time").isPresent() && file.find("end_time").isPresent();
  }

  static ScanTimes startAndEnd(CfImages file) throws UnreadableFileException {
    Instant start = time(file, "start_time", file.number("start_time"));
    Instant end = time(file, "end_time", file.number("end_time"));
    if (end.isBefore(start)) {
      throw file.refused("end_time", "before start_time");
    }
    return new ScanTimes(start, end);
  }

  private static Instant time(CfImages file, String name, double value)
      throws UnreadableFileException {
    String units = file.get(name).attributes().text("units").orElse(ABI_UNITS);
    return file.time(name, units, value);
  }

  /** Times of a grid's rows; the satellite stands above the equator wherever it is. */
  RowTimes rows(Grid grid) {
    if (grid instanceof ProjectedGrid plane) {
      return plane.stepY() < 0
          ? RowTimes.linear(start, end, grid.rows())
          : RowTimes.linear(end, start, grid.rows());
    }
    LatLonGrid regular = (LatLonGrid) grid;
    SpaceView view = new SpaceView(Ellipsoid.WGS84, 0, GEOSTATIONARY_DISTANCE, SpaceView.Sweep.Y);
    double limb = Math.asin(Ellipsoid.WGS84.semiMinor() / GEOSTATIONARY_DISTANCE);
    double length = end.toEpochMilli() - start.toEpochMilli();
    long[] millis = new long[grid.rows()];
    for (int row = 0; row < millis.length; row++) {
      double latitude = regular.latitude(row);
      double angle = view.toPlane(latitude, 0).y();
      double seen = Double.isNaN(angle) ? Math.copySign(limb, latitude) : angle;
      millis[row] = start.toEpochMilli() + Math.round((1 - seen / limb) / 2 * length);
    }
    return RowTimes.of(millis);
  }
}
