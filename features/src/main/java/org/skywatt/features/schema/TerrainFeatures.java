package org.skywatt.features.schema;

import static org.skywatt.features.schema.Feature.Source.TERRAIN;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.skywatt.core.sample.TerrainSample;
import org.skywatt.features.schema.Feature.Group;
import org.skywatt.features.view.SiteView;
import org.skywatt.features.view.SunStep;

/** The ground: what shades the sun and what exposes to the wind. */
final class TerrainFeatures {
  private TerrainFeatures() {}

  static List<Feature> solar() {
    return List.of(
        new Feature(
                "sun_above_horizon",
                "deg",
                TERRAIN,
                (view, step) -> {
                  SunStep sun = view.sun().over(step);
                  return of(
                      view, ground -> 90 - sun.zenithDeg() - ground.horizonAt(sun.azimuthDeg()));
                })
            .because(Group.TERRAIN, "whether a mountain shades the sun"),
        new Feature("sky_view", "1", TERRAIN, (view, step) -> of(view, TerrainSample::skyView))
            .because(Group.TERRAIN, "how much of the sky's light is left"));
  }

  static List<Feature> wind() {
    return List.of(
        new Feature(
                "relative_elevation",
                "m",
                TERRAIN,
                (view, step) -> of(view, TerrainSample::relativeElevationM))
            .because(Group.TERRAIN, "hills speed the wind up, valleys shelter from it"),
        new Feature("slope", "deg", TERRAIN, (view, step) -> of(view, TerrainSample::slopeDeg))
            .because(
                Group.TERRAIN, "wind speeds up over slopes that a weather model smooths away"));
  }

  private static double of(SiteView view, ToDoubleFunction<TerrainSample> value) {
    return view.terrain().isPresent() ? value.applyAsDouble(view.terrain().get()) : Double.NaN;
  }
}
