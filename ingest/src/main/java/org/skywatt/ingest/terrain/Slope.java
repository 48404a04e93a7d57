package org.skywatt.ingest.terrain;

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
  static Slope at(ElevationModel model, double latitude, double longitude) {
    int nx = model.grid().columns();
    int at = model.grid().findWeights(latitude, longitude).orElseThrow().nearest();
    int row = at / nx;
    int column = at % nx;
    if (row < 1 || column < 1 || row > model.grid().rows() - 2 || column > nx - 2) {
      return new Slope(Double.NaN, Double.NaN);
    }
    float[] z = model.elevations();
    double east = z[at - nx + 1] + 2.0 * z[at + 1] + z[at + nx + 1];
    double west = z[at - nx - 1] + 2.0 * z[at - 1] + z[at + nx - 1];
    double north = z[at - nx - 1] + 2.0 * z[at - nx] + z[at - nx + 1];
    double south = z[at + nx - 1] + 2.0 * z[at + nx] + z[at + nx + 1];
    double eastward = (east - west) / (8 * model.columnMetres(model.grid().latitude(row)));
    double northward = (north - south) / (8 * model.rowMetres());
    double steepness = Math.hypot(eastward, northward);
    double aspect =
        steepness == 0
            ? Double.NaN
            : (Math.toDegrees(Math.atan2(-eastward, -northward)) + 360) % 360;
    return new Slope(Math.toDegrees(Math.atan(steepness)), aspect);
  }
}
