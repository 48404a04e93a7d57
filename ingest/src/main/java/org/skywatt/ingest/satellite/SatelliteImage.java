package org.skywatt.ingest.satellite;

import java.time.Instant;
import org.skywatt.core.grid.Grid;

/**
 * One channel of one frame of a satellite, whole or a part of it: what everything behind the
 * readers works with.
 *
 * @param satellite as its provider names it: {@code Meteosat-10}, {@code GOES-16}, {@code MTI1}
 * @param channel as its provider names it: {@code HRV}, {@code IR_108}, {@code C13}, {@code vis_06}
 * @param start of the frame, also where the image is a part of it
 * @param end of the frame; the same as start where the file tells only one time
 * @param subLongitude below the satellite, degrees east; NaN where the file does not say
 * @param grid a {@link org.skywatt.core.grid.ProjectedGrid} of the satellite's view, or a {@link
 *     org.skywatt.core.grid.LatLonGrid}
 * @param values by the grid's index, in the quantity's unit; NaN where missing or beyond the earth
 * @param rowTimes when each of the grid's rows was scanned
 */
public record SatelliteImage(
    String satellite,
    String channel,
    Quantity quantity,
    Instant start,
    Instant end,
    double subLongitude,
    Grid grid,
    float[] values,
    RowTimes rowTimes) {
  public SatelliteImage {
    if (values.length != grid.size() || rowTimes.count() != grid.rows()) {
      throw new IllegalArgumentException(
          values.length
              + " values and "
              + rowTimes.count()
              + " times of rows for a grid of "
              + grid.columns()
              + " x "
              + grid.rows());
    }
    if (end.isBefore(start)) {
      throw new IllegalArgumentException("an image from " + start + " to " + end);
    }
  }

  /**
   * When a row was scanned: from the file's own line times where it has some, else even between
   * start and end in the scan's direction.
   */
  public Instant timeOfRow(int row) {
    return rowTimes.at(row);
  }
}
