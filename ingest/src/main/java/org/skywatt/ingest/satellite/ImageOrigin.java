package org.skywatt.ingest.satellite;

import org.skywatt.core.grid.GridWindow;
import org.skywatt.core.grid.LatLonGrid;
import org.skywatt.core.grid.ProjectedGrid;
import org.skywatt.core.projection.SpaceView;
import org.skywatt.ingest.cf.CfImages;
import org.skywatt.ingest.file.UnreadableFileException;

/**
 * Whose image it is.
 *
 * @param subLongitude below the satellite, degrees east; NaN where the file does not say
 */
record ImageOrigin(String satellite, String channel, double subLongitude) {
  /** An image of a file that tells start and end of its scan. */
  SatelliteImage image(
      CfImages file, Quantity quantity, ScanTimes scan, GridWindow window, float[] values)
      throws UnreadableFileException {
    boolean view =
        window.base() instanceof ProjectedGrid plane && plane.projection() instanceof SpaceView;
    if (!view && !(window.base() instanceof LatLonGrid)) {
      throw file.refused(channel, "its grid is neither a satellite's view nor regular");
    }
    return new SatelliteImage(
        satellite,
        channel,
        quantity,
        scan.start(),
        scan.end(),
        subLongitude,
        ImageWindows.grid(window),
        values,
        scan.rows(window.base()).rows(window.firstRow(), window.rows()));
  }
}
