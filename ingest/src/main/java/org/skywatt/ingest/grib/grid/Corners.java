package org.skywatt.ingest.grib.grid;

import org.skywatt.core.grid.LatLonGrid;

/** First and last points of a grid of latitudes and longitudes, degrees, as its file scans it. */
record Corners(double lat1, double lon1, double lat2, double lon2) {

  /**
   * The regular grid between the corners. Steps come from the corners, as ecCodes takes them:
   * increments are rounded, and sometimes wrong.
   *
   * @param latIncrement size of a step, for the grid whose corners lie on one parallel; NaN where
   *     it is not given
   */
  LatLonGrid regular(int columns, int rows, int mode, double latIncrement) {
    double latStep = rows > 1 ? (lat2 - lat1) / (rows - 1) : -1;
    if (latStep == 0) {
      latStep = (mode & ScanOrder.SOUTH_TO_NORTH) != 0 ? latIncrement : -latIncrement;
    }
    return new LatLonGrid(lat1, latStep, rows, west(mode), longitudeStep(columns, mode), columns);
  }

  /** Longitude of the westernmost point, −180 to 360. */
  double west(int mode) {
    double west = (mode & ScanOrder.EAST_TO_WEST) != 0 ? lon2 : lon1;
    return west >= 180 ? west - 360 : west;
  }

  /** From the western to the eastern point in equal steps; round the earth where they are one. */
  double longitudeStep(int columns, int mode) {
    if (columns == 1) {
      return 1;
    }
    double span = (mode & ScanOrder.EAST_TO_WEST) != 0 ? lon1 - lon2 : lon2 - lon1;
    double eastwards = span % 360;
    return (eastwards <= 0 ? eastwards + 360 : eastwards) / (columns - 1);
  }
}
