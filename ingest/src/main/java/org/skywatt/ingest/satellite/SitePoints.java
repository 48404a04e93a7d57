package org.skywatt.ingest.satellite;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.skywatt.core.grid.BilinearWeights;
import org.skywatt.core.grid.Grid;
import org.skywatt.core.sample.Surroundings;
import org.skywatt.core.site.Location;
import org.skywatt.core.site.Site;

/**
 * Sites and the points of {@link Surroundings} around each, at which images are sampled, bilinear.
 * Immutable.
 */
public final class SitePoints implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final double EARTH_RADIUS_KM = 6371;
  private static final int POINTS = 1 + Surroundings.COUNT;

  private final List<Site> sites;
  private final double[] latitudes;
  private final double[] longitudes;

  public SitePoints(List<? extends Site> sites) {
    this.sites = List.copyOf(sites);
    latitudes = new double[sites.size() * POINTS];
    longitudes = new double[sites.size() * POINTS];
    for (int site = 0; site < sites.size(); site++) {
      Location at = sites.get(site).location();
      for (int point = 0; point < POINTS; point++) {
        double km = point == 0 ? 0 : Surroundings.distanceKm(point - 1);
        double bearing = point == 0 ? 0 : Math.toRadians(Surroundings.bearingDeg(point - 1));
        place(at, km / EARTH_RADIUS_KM, bearing, site * POINTS + point);
      }
    }
  }

  /** The point at an angular distance and bearing, along a great circle. */
  private void place(Location from, double distance, double bearing, int index) {
    double latitude = Math.toRadians(from.latitude());
    double sine =
        Math.sin(latitude) * Math.cos(distance)
            + Math.cos(latitude) * Math.sin(distance) * Math.cos(bearing);
    double east =
        Math.atan2(
            Math.sin(bearing) * Math.sin(distance) * Math.cos(latitude),
            Math.cos(distance) - Math.sin(latitude) * sine);
    latitudes[index] = Math.toDegrees(Math.asin(sine));
    longitudes[index] = from.longitude() + Math.toDegrees(east);
  }

  public List<Site> sites() {
    return sites;
  }

  /** Where all points lie on {@code grid}: those of the first site, the site itself first, … */
  public List<Optional<BilinearWeights>> on(Grid grid) {
    return grid.findWeights(latitudes, longitudes);
  }

  /** Where the sites themselves lie, out of {@link #on}. */
  public static List<Optional<BilinearWeights>> sites(List<Optional<BilinearWeights>> places) {
    List<Optional<BilinearWeights>> sites = new ArrayList<>(places.size() / POINTS);
    for (int i = 0; i < places.size(); i += POINTS) {
      sites.add(places.get(i));
    }
    return sites;
  }

  /**
   * An image at a site and around it; NaN where missing or beyond the image.
   *
   * @param places as {@link #on} tells them for the image's grid
   */
  public static Seen sample(float[] image, List<Optional<BilinearWeights>> places, int site) {
    float[] points = new float[POINTS];
    boolean any = false;
    for (int point = 0; point < POINTS; point++) {
      Optional<BilinearWeights> place = places.get(site * POINTS + point);
      points[point] = place.isPresent() ? (float) place.get().interpolate(image) : Float.NaN;
      any |= !Float.isNaN(points[point]);
    }
    return new Seen(points[0], Arrays.copyOfRange(points, 1, POINTS), any);
  }

  /**
   * What an image shows at a site.
   *
   * @param here at the site
   * @param around at its surroundings
   * @param any whether anything is known of it
   */
  public record Seen(float here, float[] around, boolean any) {}
}
