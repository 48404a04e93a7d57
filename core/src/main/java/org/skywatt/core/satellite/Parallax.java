package org.skywatt.core.satellite;

import org.skywatt.core.projection.EarthPoint;
import org.skywatt.core.projection.PlanePoint;
import org.skywatt.core.projection.SpaceView;

/**
 * Parallax of clouds: the satellite sees a high cloud in front of ground that lies farther from
 * below the satellite. On the ellipsoid and without approximation but that of {@link
 * SpaceView#toEarth(double, double, double)}; Vicente et al., <i>The role of orography and parallax
 * correction in satellite high resolution rainfall rates</i>, International Journal of Remote
 * Sensing 23, 2002, states the problem. NaN coordinates where the satellite does not see the place.
 */
public final class Parallax {
  private Parallax() {}

  /**
   * Where a cloud stands that is seen in front of a place.
   *
   * @param latitude of the ground behind the cloud: of its pixel, degrees north
   * @param longitude degrees east
   * @param heightM of the cloud's top above the ellipsoid, m
   */
  public static EarthPoint truePlace(
      SpaceView view, double latitude, double longitude, double heightM) {
    PlanePoint seen = view.toPlane(latitude, longitude);
    return view.toEarth(seen.x(), seen.y(), heightM);
  }

  /**
   * In front of which place a cloud is seen: the pixel that shows it.
   *
   * @param latitude of the cloud, degrees north
   * @param longitude degrees east
   * @param heightM of the cloud's top above the ellipsoid, m
   */
  public static EarthPoint apparentPlace(
      SpaceView view, double latitude, double longitude, double heightM) {
    PlanePoint seen = view.toPlane(latitude, longitude, heightM);
    return view.toEarth(seen.x(), seen.y());
  }
}
