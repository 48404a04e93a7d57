package org.skywatt.ingest.crop;

import java.io.Serializable;
import java.util.Optional;
import org.skywatt.core.grid.Area;
import org.skywatt.core.grid.Grid;
import org.skywatt.core.grid.GridWindow;
import org.skywatt.core.grid.GridWindows;

/**
 * What part of every field is kept: a box, and the points around each site.
 *
 * @param latitudes of the sites, degrees north
 * @param longitudes of the sites, degrees east
 */
public record ServedArea(Area box, double[] latitudes, double[] longitudes)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The box around sites with a margin on each side, degrees. */
  public static ServedArea around(double[] latitudes, double[] longitudes, double marginDeg) {
    return new ServedArea(
        Area.around(latitudes, longitudes, marginDeg), latitudes.clone(), longitudes.clone());
  }

  Optional<GridWindow> window(Grid grid) {
    return GridWindows.find(grid, box, latitudes, longitudes);
  }
}
