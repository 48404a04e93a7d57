package org.skywatt.ingest.terrain;

import org.skywatt.ingest.terrain.Lattice.Position;

/**
 * How the ground is inclined, from the 3 × 3 points around the nearest one (Horn, Hill shading and
 * the reflectance map, Proceedings of the IEEE 69, 1981).
 *
 * @param slopeDeg degrees from horizontal; NaN at the raster's edge and beside voids
 * @param aspectDeg direction that it faces (downhill), degrees clockwise from north; NaN where
 *     level
 */
record Slope(double slopeDeg, double aspectDeg) {
  /** The slope at a point of the grid's area. */
  static Slope at(ElevationModel model, Position position) {
    Lattice lattice = model.lattice();
    int nx = lattice.columns();
    int row = (int) Math.round(position.row());
    int column = (int) Math.round(position.column());
    if (row < 1 || column < 1 || row > lattice.rows() - 2 || column > nx - 2) {
      return new Slope(Double.NaN, Double.NaN);
    }
    float[] z = model.elevations();
    int at = row * nx + column;
    double east = z[at - nx + 1] + 2.0 * z[at + 1] + z[at + nx + 1];
    double west = z[at - nx - 1] + 2.0 * z[at - 1] + z[at + nx - 1];
    double north = z[at - nx - 1] + 2.0 * z[at - nx] + z[at - nx + 1];
    double south = z[at + nx - 1] + 2.0 * z[at + nx] + z[at + nx + 1];
    double eastward = (east - west) / (8 * lattice.columnMetres(column, row));
    double northward = (north - south) / (8 * lattice.rowMetres(column, row));
    double steepness = Math.hypot(eastward, northward);
    double gridNorth =
        lattice
            .grid()
            .northDeg(lattice.grid().pointLatitude(at), lattice.grid().pointLongitude(at));
    double aspect =
        steepness == 0
            ? Double.NaN
            : (Math.toDegrees(Math.atan2(-eastward, -northward)) + gridNorth + 720) % 360;
    return new Slope(Math.toDegrees(Math.atan(steepness)), aspect);
  }
}
