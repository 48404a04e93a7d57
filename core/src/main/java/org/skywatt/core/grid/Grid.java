package org.skywatt.core.grid;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The points of a field, stored row by row from row 0: index {@code row * columns + column}, or row
 * after row where the rows have lengths of their own (reduced grids). Immutable; two grids with the
 * same points are equal, so that weights are found once for a grid. Serializable, since cropped
 * fields are kept with their grid.
 */
public interface Grid extends Serializable {
  /** Number of points. */
  int size();

  /** Number of rows. */
  int rows();

  /** Number of points of every row; 0 where the rows have lengths of their own. */
  int columns();

  /** Latitude of a point, degrees north. */
  double pointLatitude(int index);

  /** Longitude of a point, degrees east, from −180 to 180 or from 0 to 360. */
  double pointLongitude(int index);

  /**
   * The four points around a place and their weights; empty outside the grid or for NaN.
   *
   * @param latitude degrees north
   * @param longitude degrees east, in any range
   */
  Optional<BilinearWeights> findWeights(double latitude, double longitude);

  /** {@link #findWeights(double, double)} of every place, in their order. */
  default List<Optional<BilinearWeights>> findWeights(double[] latitudes, double[] longitudes) {
    List<Optional<BilinearWeights>> weights = new ArrayList<>(latitudes.length);
    for (int i = 0; i < latitudes.length; i++) {
      weights.add(findWeights(latitudes[i], longitudes[i]));
    }
    return weights;
  }

  /**
   * Where the grid's own north (the direction in which v of a grid-relative wind counts) points at
   * a place, degrees clockwise from true north; 0 on grids of latitude and longitude.
   */
  default double northDeg(double latitude, double longitude) {
    return 0;
  }
}
