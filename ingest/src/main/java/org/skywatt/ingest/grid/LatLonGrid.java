package org.skywatt.ingest.grid;

/**
 * A regular latitude-longitude grid, rows from north to south, each row from west to east: index
 * {@code row * nx + column}. Readers turn other scan orders into this one.
 *
 * @param nx points in a row, at least 1
 * @param ny rows, at least 1
 * @param north latitude of the first row, degrees north
 * @param west longitude of the first column, degrees east; readers give −180 to 180
 * @param latStep degrees from a row to the next one southwards, positive
 * @param lonStep degrees from a column to the next one eastwards, positive
 */
public record LatLonGrid(
    int nx, int ny, double north, double west, double latStep, double lonStep) {
  private static final double ROUNDING_DEG = 1e-5;

  public LatLonGrid {
    if (nx < 1 || ny < 1 || !(latStep > 0) || !(lonStep > 0)) {
      throw new IllegalArgumentException(
          "a grid needs points and positive steps: "
              + nx
              + " x "
              + ny
              + ", "
              + latStep
              + " x "
              + lonStep);
    }
    if (!(north <= 90 + ROUNDING_DEG) || !(north - (ny - 1) * latStep >= -90 - ROUNDING_DEG)) {
      throw new IllegalArgumentException("rows leave the earth: from " + north + " by " + latStep);
    }
  }

  public int size() {
    return nx * ny;
  }

  public double latitude(int row) {
    return north - row * latStep;
  }

  public double longitude(int column) {
    return west + column * lonStep;
  }

  /** Whether the columns go round the earth, so that the last is next to the first. */
  public boolean isGlobal() {
    return Math.abs(nx * lonStep - 360) < lonStep / 2;
  }

  /** Fractional row of a latitude, 0 to ny − 1; NaN outside the grid. */
  public double rowOf(double latitude) {
    return within((north - latitude) / latStep, ny - 1);
  }

  /**
   * Fractional column of a longitude (any turn), 0 to nx − 1, or up to nx where the grid goes round
   * the earth; NaN outside the grid.
   */
  public double columnOf(double longitude) {
    double east = (longitude - west) % 360;
    if (east < 0) {
      east += 360;
    }
    double column = east / lonStep;
    if (isGlobal()) {
      return column < nx ? column : 0;
    }
    double fromBelow = (east - 360) / lonStep;
    return fromBelow >= -ROUNDING_DEG ? 0 : within(column, nx - 1);
  }

  private static double within(double position, int last) {
    if (!(position >= -ROUNDING_DEG && position <= last + ROUNDING_DEG)) {
      return Double.NaN;
    }
    return Math.min(Math.max(position, 0), last);
  }
}
