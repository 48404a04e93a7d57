package org.skywatt.ingest.satellite;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.skywatt.core.grid.BilinearWeights;
import org.skywatt.core.sample.SatelliteSample;
import org.skywatt.core.sample.Surroundings;
import org.skywatt.core.site.Location;
import org.skywatt.core.site.Site;
import org.skywatt.ingest.file.Reasons;
import org.skywatt.ingest.file.Sampled;
import org.skywatt.ingest.file.UnreadableFileException;

/**
 * Samples satellite files at sites and at the points of {@link Surroundings} around them, bilinear.
 * A site gets no row of a scan where all its points are missing (night, or outside the image).
 * Immutable and safe for threads.
 */
public final class SatelliteFileSampler {
  private static final double EARTH_RADIUS_KM = 6371;
  private static final int POINTS = 1 + Surroundings.COUNT;

  private final SatelliteSource source;
  private final List<Site> sites;
  private final double[] latitudes;
  private final double[] longitudes;

  public SatelliteFileSampler(SatelliteSource source, List<? extends Site> sites) {
    this.source = source;
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

  /**
   * Samples a file.
   *
   * @return one row a site and scan; {@code refused} counts scans
   * @throws UnreadableFileException where the file is not of this kind
   */
  public Sampled<SatelliteSample> sample(Path path) throws IOException {
    List<SatelliteSample> rows = new ArrayList<>();
    Reasons reasons = new Reasons();
    long refused = 0;
    try (ReflectanceFile file = new ReflectanceFile(path)) {
      List<Optional<BilinearWeights>> places = file.grid().findWeights(latitudes, longitudes);
      for (int site = 0; site < sites.size(); site++) {
        if (places.get(site * POINTS).isEmpty()) {
          reasons.add("site " + sites.get(site).id() + " is outside the image of " + source.name());
        }
      }
      for (int scan = 0; scan < file.scans(); scan++) {
        try {
          sample(file, scan, places, rows);
        } catch (UnreadableFileException e) {
          refused++;
          reasons.add(e.getMessage());
        }
      }
    }
    return new Sampled<>(rows, refused, reasons.list());
  }

  private void sample(
      ReflectanceFile file,
      int scan,
      List<Optional<BilinearWeights>> places,
      List<SatelliteSample> rows)
      throws UnreadableFileException {
    float[] image = file.cloudIndex(scan);
    for (int site = 0; site < sites.size(); site++) {
      float[] points = new float[POINTS];
      boolean seen = false;
      for (int point = 0; point < POINTS; point++) {
        Optional<BilinearWeights> place = places.get(site * POINTS + point);
        points[point] = place.isPresent() ? (float) place.get().interpolate(image) : Float.NaN;
        seen |= !Float.isNaN(points[point]);
      }
      if (seen) {
        rows.add(
            new SatelliteSample(
                sites.get(site).id().value(),
                source.name(),
                file.time(scan),
                file.time(scan).plus(source.publicationDelay()),
                points[0],
                Arrays.copyOfRange(points, 1, POINTS)));
      }
    }
  }
}
