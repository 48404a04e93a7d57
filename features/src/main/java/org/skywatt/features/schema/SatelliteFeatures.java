package org.skywatt.features.schema;

import static org.skywatt.features.schema.Feature.Source.NWP;
import static org.skywatt.features.schema.Feature.Source.SATELLITE;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.skywatt.core.cloud.ClearSkyIndex;
import org.skywatt.core.sample.CloudOutlook;
import org.skywatt.core.sample.SatelliteSample;
import org.skywatt.core.sample.Surroundings;
import org.skywatt.core.time.Interval;
import org.skywatt.core.variable.Variable;
import org.skywatt.features.tier.InputTiers;
import org.skywatt.features.view.SiteView;

/** Clouds as the satellite saw them: over the site, and upstream where the coming ones are. */
final class SatelliteFeatures {
  private static final double KM_AN_HOUR = 3.6;

  private SatelliteFeatures() {}

  private static Formula issue(IssueFormula formula) {
    return formula;
  }

  static List<Feature> all() {
    return List.of(
        new Feature(
            "cloud_index", "1", SATELLITE, issue((view, step) -> index(view, Duration.ZERO))),
        new Feature(
            "cloud_index_hour_before",
            "1",
            SATELLITE,
            issue((view, step) -> index(view, Duration.ofHours(1)))),
        new Feature("cloud_index_around", "1", SATELLITE, issue((view, step) -> around(view))),
        new Feature(
            "cloud_index_upstream", "1", Set.of(SATELLITE, NWP), SatelliteFeatures::upstream),
        new Feature(
            "cloud_index_outlook",
            "1",
            SATELLITE,
            (view, step) -> outlook(view, step, SatelliteFeatures::cloudIndex)),
        new Feature(
            "cloud_index_outlook_spread",
            "1",
            SATELLITE,
            (view, step) ->
                outlook(view, step, (scan, minutes) -> scan.outlook().spreadAt(minutes))),
        new Feature(
            "satellite_plane_irradiance", "W m-2", SATELLITE, SatelliteFeatures::planeIrradiance),
        outlook("cloud_motion_confidence", "1", CloudOutlook::confidence),
        outlook("clear_sky_index_trend", "h-1", CloudOutlook::trendPerHour),
        outlook("cloud_variability", "1", CloudOutlook::variability),
        outlook("cloud_texture_upstream", "1", CloudOutlook::texture));
  }

  /** What the newest scan with an outlook says of a moment so many minutes after it. */
  private interface Ahead {
    double at(SatelliteSample scan, double minutes);
  }

  private static Feature outlook(String name, String unit, ToDoubleFunction<CloudOutlook> of) {
    return new Feature(
        name,
        unit,
        SATELLITE,
        issue(
            (view, step) ->
                view.satellite()
                    .newest(Duration.ZERO, InputTiers.OLDEST_SCAN)
                    .map(scan -> of.applyAsDouble(scan.outlook()))
                    .orElse(Double.NaN)));
  }

  /** NaN where the middle of the step lies before the scan, or no scan is known. */
  private static double outlook(SiteView view, Interval step, Ahead ahead) {
    Optional<SatelliteSample> scan = view.satellite().newest(Duration.ZERO, InputTiers.OLDEST_SCAN);
    if (scan.isEmpty()) {
      return Double.NaN;
    }
    double minutes = Duration.between(scan.get().scanTime(), step.middle()).toSeconds() / 60.0;
    return minutes < 0 ? Double.NaN : ahead.at(scan.get(), minutes);
  }

  private static double cloudIndex(SatelliteSample scan, double minutes) {
    return scan.outlook().cloudIndexAt(minutes, scan.cloudIndex());
  }

  /**
   * Irradiance in the plane of the modules under the clouds that are coming (Hammer et al. 2003),
   * W/m²; NaN where none are known.
   */
  private static double planeIrradiance(SiteView view, Interval step) {
    double index = outlook(view, step, SatelliteFeatures::cloudIndex);
    return Double.isNaN(index)
        ? Double.NaN
        : ClearSkyIndex.ofCloudIndex(index) * view.sun().over(step).clearSkyPlaneWm2();
  }

  private static double index(SiteView view, Duration back) {
    return view.satellite()
        .newest(back, back.plus(InputTiers.OLDEST_SCAN))
        .map(scan -> (double) scan.cloudIndex())
        .orElse(Double.NaN);
  }

  private static double around(SiteView view) {
    Optional<SatelliteSample> scan = view.satellite().newest(Duration.ZERO, InputTiers.OLDEST_SCAN);
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
  private static double upstream(SiteView view, Interval step) {
    Optional<SatelliteSample> scan = view.satellite().newest(Duration.ZERO, InputTiers.OLDEST_SCAN);
    double u = view.nwp().get(Variable.WIND_U_100M, step.end());
    double v = view.nwp().get(Variable.WIND_V_100M, step.end());
    if (scan.isEmpty() || Double.isNaN(u) || Double.isNaN(v)) {
      return Double.NaN;
    }
    double hours = Duration.between(scan.get().scanTime(), step.middle()).toSeconds() / 3600.0;
    double distanceKm = Math.hypot(u, v) * KM_AN_HOUR * hours;
    double bearingDeg = Math.toDegrees(Math.atan2(-u, -v));
    return at(scan.get(), distanceKm, bearingDeg);
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
