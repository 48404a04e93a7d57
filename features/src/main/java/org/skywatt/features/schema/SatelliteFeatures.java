package org.skywatt.features.schema;

import static org.skywatt.features.schema.Feature.Source.NWP;
import static org.skywatt.features.schema.Feature.Source.SATELLITE;
import static org.skywatt.features.schema.Formula.issue;
import static org.skywatt.features.schema.Formula.scan;
import static org.skywatt.features.schema.Formula.step;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.skywatt.core.cloud.ClearSkyIndex;
import org.skywatt.core.sample.CloudOutlook;
import org.skywatt.core.sample.SatelliteSample;
import org.skywatt.core.sample.Surroundings;
import org.skywatt.features.view.IssueSteps;

/** Clouds as the satellite saw them: over the site, and upstream where the coming ones are. */
final class SatelliteFeatures {
  private static final double KM_AN_HOUR = 3.6;
  private static final Duration HOUR = Duration.ofHours(1);

  private SatelliteFeatures() {}

  static List<Feature> all() {
    return List.of(
        new Feature(
            "cloud_index", "1", SATELLITE, issue(known -> index(known.satellite().newest()))),
        new Feature(
            "cloud_index_hour_before",
            "1",
            SATELLITE,
            issue(known -> index(known.satellite().newestBefore(HOUR)))),
        new Feature("cloud_index_around", "1", SATELLITE, issue(SatelliteFeatures::around)),
        new Feature(
            "cloud_index_upstream", "1", Set.of(SATELLITE, NWP), step(SatelliteFeatures::upstream)),
        new Feature("cloud_index_outlook", "1", SATELLITE, scan(SatelliteFeatures::outlook)),
        new Feature("cloud_index_outlook_spread", "1", SATELLITE, scan(SatelliteFeatures::spread)),
        new Feature(
            "satellite_plane_irradiance",
            "W m-2",
            SATELLITE,
            scan(SatelliteFeatures::planeIrradiance)),
        outlook("cloud_motion_confidence", "1", CloudOutlook::confidence),
        outlook("clear_sky_index_trend", "h-1", CloudOutlook::trendPerHour),
        outlook("cloud_variability", "1", CloudOutlook::variability),
        outlook("cloud_texture_upstream", "1", CloudOutlook::texture));
  }

  private static Feature outlook(String name, String unit, ToDoubleFunction<CloudOutlook> of) {
    return new Feature(
        name,
        unit,
        SATELLITE,
        issue(
            known -> {
              SatelliteSample scan = known.satellite().newest().orElse(null);
              return scan == null ? Double.NaN : of.applyAsDouble(scan.outlook());
            }));
  }

  /** The cloud index in the middle of the step; NaN where that lies before the scan, or is dark. */
  private static double outlook(IssueSteps known, int step) {
    SatelliteSample scan = known.satellite().newest().orElse(null);
    return scan == null
        ? Double.NaN
        : scan.outlook().cloudIndexAt(minutes(known, scan, step), scan.cloudIndex());
  }

  /** Its standard deviation. */
  private static double spread(IssueSteps known, int step) {
    SatelliteSample scan = known.satellite().newest().orElse(null);
    return scan == null ? Double.NaN : scan.outlook().spreadAt(minutes(known, scan, step));
  }

  /** From the scan to the middle of the step. */
  private static double minutes(IssueSteps known, SatelliteSample scan, int step) {
    return known.grid().secondsToMiddle(scan.scanTime(), step) / 60.0;
  }

  /**
   * Irradiance in the plane of the modules under the clouds that are coming (Hammer et al. 2003),
   * W/m²; NaN where none are known.
   */
  static double planeIrradiance(IssueSteps known, int step) {
    double index = outlook(known, step);
    return Double.isNaN(index)
        ? Double.NaN
        : ClearSkyIndex.ofCloudIndex(index) * known.sun().at(step).clearSkyPlaneWm2();
  }

  private static double index(Optional<SatelliteSample> scan) {
    return scan.isPresent() ? scan.get().cloudIndex() : Double.NaN;
  }

  private static double around(IssueSteps known) {
    Optional<SatelliteSample> scan = known.satellite().newest();
    if (scan.isEmpty()) {
      return Double.NaN;
    }
    double sum = 0;
    int count = 0;
    for (float value : scan.get().surroundings()) {
      if (!Float.isNaN(value)) {
        sum += value;
        count++;
      }
    }
    return count == 0 ? Double.NaN : sum / count;
  }

  /**
   * The cloud index of the point from which the wind at 100 m, as forecast for the middle of the
   * way, carries air to the site by the middle of the step; NaN if that lies beyond the outermost
   * ring, the step lies before the scan, or no wind is known.
   */
  private static double upstream(IssueSteps known, int step) {
    SatelliteSample scan = known.satellite().newest().orElse(null);
    double speed = known.weather().stamped().speed100(step);
    if (scan == null || Double.isNaN(speed)) {
      return Double.NaN;
    }
    double hours = known.grid().secondsToMiddle(scan.scanTime(), step) / 3600.0;
    double distanceKm = speed * KM_AN_HOUR * hours;
    return at(scan, distanceKm, known.weather().bearingDeg(step));
  }

  /** Bilinear in distance and direction between the surroundings. */
  private static double at(SatelliteSample scan, double distanceKm, double bearingDeg) {
    double ring = distanceKm / Surroundings.RING_KM;
    int inner = (int) Math.floor(ring);
    if (inner < 0 || inner + 1 > Surroundings.RINGS) {
      return Double.NaN;
    }
    double direction = ((bearingDeg % 360) + 360) % 360 / (360.0 / Surroundings.DIRECTIONS);
    int left = (int) Math.floor(direction) % Surroundings.DIRECTIONS;
    int right = (left + 1) % Surroundings.DIRECTIONS;
    double across = direction - Math.floor(direction);
    double near =
        ringValue(scan, inner, left) * (1 - across) + ringValue(scan, inner, right) * across;
    double far =
        ringValue(scan, inner + 1, left) * (1 - across)
            + ringValue(scan, inner + 1, right) * across;
    return near + (far - near) * (ring - inner);
  }

  /** Value on ring {@code ring}; ring 0 is the site itself. */
  private static double ringValue(SatelliteSample scan, int ring, int direction) {
    return ring == 0
        ? scan.cloudIndex()
        : scan.surroundings()[(ring - 1) * Surroundings.DIRECTIONS + direction];
  }
}
