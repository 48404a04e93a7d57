package org.skywatt.features.schema;

import static org.skywatt.features.schema.Feature.Source.SITE;
import static org.skywatt.features.schema.Feature.Source.TIME;
import static org.skywatt.features.schema.Formula.sun;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.skywatt.core.site.Mount;
import org.skywatt.core.site.SolarSite;
import org.skywatt.features.schema.Feature.Group;
import org.skywatt.features.view.SunStep;

/** Where the sun stands and what a clear sky would give: trees know neither. */
final class SunFeatures {
  private SunFeatures() {}

  static List<Feature> all() {
    List<Feature> features = new ArrayList<>(clock());
    features.addAll(sky());
    return features;
  }

  /** Geometry and clear sky alone. */
  static List<Feature> sky() {
    return List.of(
        new Feature("sun_zenith", "deg", TIME, sun((sun, step) -> sun.at(step).zenithDeg()))
            .because(Group.GEOMETRY, "how high the sun stands"),
        new Feature("sun_azimuth", "deg", TIME, sun((sun, step) -> sun.at(step).azimuthDeg()))
            .because(Group.GEOMETRY, "morning or afternoon, and what stands in the way"),
        new Feature(
                "clear_sky_ghi", "W m-2", TIME, sun((sun, step) -> sun.at(step).clearSkyGhiWm2()))
            .because(Group.GEOMETRY, "the most that a horizontal surface can get"),
        new Feature(
                "clear_sky_plane",
                "W m-2",
                TIME,
                sun((sun, step) -> sun.at(step).clearSkyPlaneWm2()))
            .because(Group.GEOMETRY, "the most that the modules can get"));
  }

  static Feature hour() {
    return new Feature(
            "hour",
            "h",
            TIME,
            sun(
                (sun, step) ->
                    Math.floor(Math.floorMod(sun.grid().endSecond(step), 86_400L) / 3600.0)))
        .because(Group.CALENDAR, "errors of the weather model by time of day");
  }

  /** Hour of the day in mean solar time, which no rule of a country shifts. */
  static Feature localHour() {
    return new Feature(
            "solar_hour",
            "h",
            TIME,
            sun(
                (sun, step) -> {
                  double utc = Math.floorMod(sun.grid().middleSecond(step), 86_400L) / 3600.0;
                  double local = utc + sun.site().location().longitude() / 15;
                  return (local + 48) % 24;
                }))
        .because(Group.CALENDAR, "errors of the weather model by time of day");
  }

  /**
   * Hour of the day (UTC) and day of the year. The latter needs years of history: with less, trees
   * learn single days by heart.
   */
  static List<Feature> clock() {
    return List.of(
        hour(),
        new Feature(
                "day_of_year",
                "d",
                TIME,
                sun((sun, step) -> sun.grid().middle(step).atOffset(ZoneOffset.UTC).getDayOfYear()))
            .because(Group.CALENDAR, "the season"));
  }

  /** How the modules face; tells pooled models the sites apart by physics. */
  static List<Feature> mount() {
    return List.of(
        new Feature(
                "tilt",
                "deg",
                SITE,
                sun(
                    (sun, step) ->
                        sun.site() instanceof SolarSite solar
                                && solar.mount() instanceof Mount.Fixed fixed
                            ? fixed.tiltDeg()
                            : Double.NaN))
            .because(Group.GEOMETRY, "tells sites apart by physics, not by name"),
        new Feature(
                "dc_ratio",
                "1",
                SITE,
                sun(
                    (sun, step) ->
                        sun.site() instanceof SolarSite solar
                            ? solar.dcCapacityKw() / solar.capacityKw()
                            : Double.NaN))
            .because(Group.GEOMETRY, "how much the inverters clip"),
        new Feature(
                "cos_incidence",
                "1",
                SITE,
                sun(
                    (sun, step) -> {
                      SunStep over = sun.at(step);
                      return over.clearSkyGhiWm2() > 0
                          ? over.clearSkyPlaneWm2() / over.clearSkyGhiWm2()
                          : Double.NaN;
                    }))
            .because(Group.GEOMETRY, "how much more the modules get than the ground"));
  }
}
