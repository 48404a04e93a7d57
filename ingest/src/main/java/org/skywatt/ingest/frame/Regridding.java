package org.skywatt.ingest.frame;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.skywatt.core.grid.BilinearWeights;
import org.skywatt.core.grid.GridWindow;
import org.skywatt.core.motion.Plane;

/**
 * Brings images onto the grid of another, bilinear; weights are found once. Not safe for threads.
 */
final class Regridding {
  private record Way(GridWindow from, GridWindow to) {}

  private final Map<Way, List<Optional<BilinearWeights>>> known = new HashMap<>();

  /** NaN beyond the image, and where one of the four values around is missing. */
  Plane bring(float[] values, GridWindow from, GridWindow to) {
    if (from.equals(to)) {
      return new Plane(to.rows(), to.columns(), values);
    }
    List<Optional<BilinearWeights>> weights =
        known.computeIfAbsent(new Way(from, to), Regridding::find);
    float[] brought = new float[to.size()];
    for (int i = 0; i < brought.length; i++) {
      Optional<BilinearWeights> at = weights.get(i);
      brought[i] = at.isPresent() ? (float) at.get().interpolate(values) : Float.NaN;
    }
    return new Plane(to.rows(), to.columns(), brought);
  }

  private static List<Optional<BilinearWeights>> find(Way way) {
    double[] latitudes = new double[way.to().size()];
    double[] longitudes = new double[latitudes.length];
    for (int i = 0; i < latitudes.length; i++) {
      latitudes[i] = way.to().pointLatitude(i);
      longitudes[i] = way.to().pointLongitude(i);
    }
    return way.from().findWeights(latitudes, longitudes);
  }
}
