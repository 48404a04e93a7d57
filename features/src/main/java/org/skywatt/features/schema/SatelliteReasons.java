package org.skywatt.features.schema;

import java.util.List;
import java.util.Map;
import org.skywatt.features.schema.Feature.Group;

/** Why the features of the satellite are there. */
final class SatelliteReasons {
  private static final Map<String, String> REASONS =
      Map.ofEntries(
          Map.entry("cloud_index", "clouds over the site as they are, not as forecast"),
          Map.entry("cloud_index_hour_before", "whether clouds form or dissolve"),
          Map.entry("cloud_index_around", "what kind of cloud field it is"),
          Map.entry("cloud_index_upstream", "clouds that the forecast wind brings"),
          Map.entry("cloud_index_outlook", "clouds that their own motion brings"),
          Map.entry("cloud_index_outlook_spread", "how sure that is"),
          Map.entry("satellite_plane_irradiance", "light on the modules under those clouds"),
          Map.entry("cloud_motion_confidence", "how far the motion can be trusted"),
          Map.entry("clear_sky_index_trend", "whether the sky clears or fills"),
          Map.entry("cloud_variability", "broken clouds make power jump"),
          Map.entry("cloud_texture_upstream", "broken clouds on their way"));

  private SatelliteReasons() {}

  /** The satellite's features, each with its reason; without one where none is written here. */
  static List<Feature> features() {
    return SatelliteFeatures.all().stream()
        .map(each -> each.because(Group.SATELLITE, REASONS.getOrDefault(each.name(), "")))
        .toList();
  }
}
