package org.skywatt.features.schema;

import static org.skywatt.features.schema.Feature.Source.NWP;
import static org.skywatt.features.schema.Feature.Source.TERRAIN;
import static org.skywatt.features.schema.Formula.weather;

import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.skywatt.core.sample.Relief;
import org.skywatt.core.sample.TerrainSample;
import org.skywatt.core.variable.Variable;
import org.skywatt.core.wind.WindDirection;
import org.skywatt.features.schema.Feature.Group;
import org.skywatt.features.view.SunStep;
import org.skywatt.features.view.WeatherSteps;

/** The ground: what shades the sun and what exposes to the wind. */
final class TerrainFeatures {
  /** Index of the neighbourhood of 2 km among {@link Relief#RADII_M}. */
  private static final int NEAR = Relief.RADII_M.indexOf(2000);

  private TerrainFeatures() {}

  static List<Feature> solar() {
    return List.of(
        new Feature(
                "sun_above_horizon",
                "deg",
                TERRAIN,
                weather(
                    (weather, step) -> {
                      SunStep sun = weather.sun().at(step);
                      return of(
                          weather,
                          ground -> 90 - sun.zenithDeg() - ground.horizonAt(sun.azimuthDeg()));
                    }))
            .because(Group.TERRAIN, "whether a mountain shades the sun"),
        new Feature("sky_view", "1", TERRAIN, ground(TerrainSample::skyView))
            .because(Group.TERRAIN, "how much of the sky's light is left"));
  }

  static List<Feature> wind() {
    return List.of(
        new Feature("relative_elevation", "m", TERRAIN, ground(TerrainSample::relativeElevationM))
            .because(Group.TERRAIN, "hills speed the wind up, valleys shelter from it"),
        new Feature("slope", "deg", TERRAIN, ground(TerrainSample::slopeDeg))
            .because(
                Group.TERRAIN, "wind speeds up over slopes that a weather model smooths away"));
  }

  /** The shape of the ground around a wind farm. */
  static List<Feature> relief() {
    return List.of(
        new Feature(
                "relative_elevation_2000m",
                "m",
                TERRAIN,
                ground(ground -> ground.relief().relativeElevationM()[NEAR]))
            .because(Group.TERRAIN, "hills that a weather model does not have"),
        new Feature(
                "roughness_2000m",
                "m",
                TERRAIN,
                ground(ground -> ground.relief().roughnessM()[NEAR]))
            .because(Group.TERRAIN, "broken ground makes turbulence"),
        new Feature(
                "exposure_upwind", "m", Set.of(TERRAIN, NWP), weather(TerrainFeatures::exposure))
            .because(Group.TERRAIN, "whether the wind comes over a hill or over a plain"),
        new Feature("coast_distance", "m", TERRAIN, ground(ground -> ground.relief().coastM()))
            .because(Group.TERRAIN, "sea breezes, and smooth water upwind"));
  }

  /** In the sector that the wind at 100 m comes from; NaN where it is not known. */
  private static double exposure(WeatherSteps weather, int step) {
    double fromDeg =
        WindDirection.fromDeg(
            weather.ends().get(Variable.WIND_U_100M, step),
            weather.ends().get(Variable.WIND_V_100M, step));
    return Double.isNaN(fromDeg)
        ? Double.NaN
        : of(
            weather,
            ground -> ground.relief().exposureM()[WindDirection.sector(fromDeg, Relief.SECTORS)]);
  }

  private static Formula ground(ToDoubleFunction<TerrainSample> value) {
    return weather((weather, step) -> of(weather, value));
  }

  private static double of(WeatherSteps weather, ToDoubleFunction<TerrainSample> value) {
    TerrainSample ground = weather.terrain().orElse(null);
    return ground == null ? Double.NaN : value.applyAsDouble(ground);
  }
}
