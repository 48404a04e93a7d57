package org.skywatt.core.grid;

import java.util.Arrays;
import java.util.Optional;

/**
 * A grid whose points have latitudes and longitudes of their own, in rows and columns that need not
 * follow any known projection (CF two-dimensional coordinates). Immutable. A point may be missing
 * (NaN): its cells hold no place.
 *
 * <p>A place is found in the cell whose corners surround it on the plane that touches the earth
 * there (gnomonic, so that cell edges are great circles), and weighted by the inverse of the
 * bilinear map of that cell.
 */
public final class CurvilinearGrid implements Grid {
  private static final long serialVersionUID = 1L;

  private final int rows;
  private final int columns;
  private final double[] latitudes;
  private final double[] longitudes;
  private final int hash;
  private transient volatile CellTree tree;

  /**
   * @param latitudes of the points, degrees north, −90 to 90 or NaN
   * @param longitudes of the points, degrees east, −360 to 360 or NaN
   * @throws IllegalArgumentException where these are not as many as the points, or out of range
   */
  public CurvilinearGrid(int rows, int columns, double[] latitudes, double[] longitudes) {
    boolean fits =
        rows >= 1
            && columns >= 1
            && latitudes.length == (long) rows * columns
            && longitudes.length == latitudes.length;
    if (!fits) {
      throw new IllegalArgumentException(
          latitudes.length + " points do not make " + rows + " rows of " + columns);
    }
    for (int i = 0; i < latitudes.length; i++) {
      if (Math.abs(latitudes[i]) > 90.001 || Math.abs(longitudes[i]) > 360.001) {
        throw new IllegalArgumentException(
            "point " + i + " at " + latitudes[i] + ", " + longitudes[i] + " is not on earth");
      }
    }
    this.rows = rows;
    this.columns = columns;
    this.latitudes = latitudes.clone();
    this.longitudes = longitudes.clone();
    hash = 31 * Arrays.hashCode(latitudes) + Arrays.hashCode(longitudes);
  }

  @Override
  public int size() {
    return latitudes.length;
  }

  @Override
  public int rows() {
    return rows;
  }

  @Override
  public int columns() {
    return columns;
  }

  @Override
  public double pointLatitude(int index) {
    return latitudes[index];
  }

  @Override
  public double pointLongitude(int index) {
    return longitudes[index];
  }

  @Override
  public Optional<BilinearWeights> findWeights(double latitude, double longitude) {
    if (rows < 2 || columns < 2 || !(Math.abs(latitude) <= 90) || !Double.isFinite(longitude)) {
      return Optional.empty();
    }
    CellTree cells = tree;
    if (cells == null) {
      cells = new CellTree(rows, columns, latitudes, longitudes);
      tree = cells;
    }
    TangentPlane plane = new TangentPlane(latitude, longitude);
    return cells.find(plane, this::cell);
  }

  private Optional<BilinearWeights> cell(TangentPlane plane, int row, int column) {
    int topLeft = row * columns + column;
    int[] corners = {topLeft, topLeft + 1, topLeft + columns, topLeft + columns + 1};
    double[] x = new double[4];
    double[] y = new double[4];
    for (int i = 0; i < 4; i++) {
      plane.project(latitudes[corners[i]], longitudes[corners[i]]);
      x[i] = plane.x();
      y[i] = plane.y();
    }
    double[] parts = InverseBilinear.find(x, y);
    return parts == null
        ? Optional.empty()
        : Optional.of(
            new BilinearWeights(
                corners[0], corners[1], corners[2], corners[3], parts[1], parts[0]));
  }

  /** The direction from row to row, taken as up where it points north. */
  @Override
  public double northDeg(double latitude, double longitude) {
    Optional<BilinearWeights> found = findWeights(latitude, longitude);
    if (found.isEmpty()) {
      return 0;
    }
    BilinearWeights weights = found.get();
    TangentPlane plane = new TangentPlane(latitude, longitude);
    double east = 0;
    double north = 0;
    int[][] pairs = {
      {weights.topLeft(), weights.bottomLeft()}, {weights.topRight(), weights.bottomRight()}
    };
    for (int[] pair : pairs) {
      plane.project(latitudes[pair[0]], longitudes[pair[0]]);
      east -= plane.x();
      north -= plane.y();
      plane.project(latitudes[pair[1]], longitudes[pair[1]]);
      east += plane.x();
      north += plane.y();
    }
    double sign = north < 0 ? -1 : 1;
    return Math.toDegrees(Math.atan2(sign * east, sign * north));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CurvilinearGrid grid
        && rows == grid.rows
        && columns == grid.columns
        && hash == grid.hash
        && Arrays.equals(latitudes, grid.latitudes)
        && Arrays.equals(longitudes, grid.longitudes);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public String toString() {
    return "CurvilinearGrid[" + rows + " x " + columns + "]";
  }
}
