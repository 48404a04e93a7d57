package org.skywatt.core.grid;

import java.io.Serializable;
import java.util.Arrays;

/**
 * A box on the earth between two parallels and two meridians.
 *
 * @param south degrees north, −90 to 90
 * @param north degrees north, not below south, to 90
 * @param west degrees east
 * @param widthDeg from west eastwards, 0 to 360
 */
public record Area(double south, double north, double west, double widthDeg)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** All of the earth. */
  public static final Area EARTH = new Area(-90, 90, -180, 360);

  public Area {
    if (!(south >= -90 && south <= north && north <= 90 && widthDeg >= 0 && widthDeg <= 360)) {
      throw new IllegalArgumentException(
          "no area: latitude " + south + " to " + north + ", width " + widthDeg + " degrees");
    }
  }

  /**
   * The smallest box with all places in it, and a margin on each side.
   *
   * @param latitudes degrees north, at least one
   * @param longitudes degrees east, in any range
   * @param marginDeg degrees of latitude and of longitude
   */
  public static Area around(double[] latitudes, double[] longitudes, double marginDeg) {
    double south = Math.max(-90, Arrays.stream(latitudes).min().orElseThrow() - marginDeg);
    double north = Math.min(90, Arrays.stream(latitudes).max().orElseThrow() + marginDeg);
    double[] sorted = Arrays.stream(longitudes).map(Area::turn).sorted().toArray();
    // The box spans all but the widest gap between neighbours on the circle.
    int last = sorted.length - 1;
    double west = sorted[0];
    double gap = sorted[0] + 360 - sorted[last];
    for (int i = 1; i < sorted.length; i++) {
      if (sorted[i] - sorted[i - 1] > gap) {
        gap = sorted[i] - sorted[i - 1];
        west = sorted[i];
      }
    }
    double width = 360 - gap + 2 * marginDeg;
    return width >= 360
        ? new Area(south, north, -180, 360)
        : new Area(south, north, west - marginDeg, width);
  }

  /** Whether a place lies in the box or on its edge; the longitude may be in any range. */
  public boolean contains(double latitude, double longitude) {
    return latitude >= south
        && latitude <= north
        && (widthDeg >= 360 || turn(longitude - west) <= widthDeg);
  }

  private static double turn(double longitude) {
    double turned = longitude % 360;
    return turned < 0 ? turned + 360 : turned;
  }
}
