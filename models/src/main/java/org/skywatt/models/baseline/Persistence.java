package org.skywatt.models.baseline;

import org.skywatt.features.nowcast.PlantSeries;

/** Power stays what it is. */
public record Persistence(PlantSeries series) implements Baseline {
  @Override
  public String name() {
    return "persistence";
  }

  @Override
  public double[] forecast(int newest, int steps) {
    return Baselines.point(series.power()[newest]);
  }
}
