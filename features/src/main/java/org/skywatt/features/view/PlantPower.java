package org.skywatt.features.view;

/** What a plant gives by its physics in some weather. */
@FunctionalInterface
public interface PlantPower {
  /** Mean over a step, as a fraction of capacity, 0 to 1; NaN where the weather is not told. */
  double at(WeatherSteps weather, int step);
}
