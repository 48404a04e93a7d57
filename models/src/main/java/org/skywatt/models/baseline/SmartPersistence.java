package org.skywatt.models.baseline;

import org.skywatt.features.nowcast.PlantSeries;

/**
 * The clear-sky index of the last interval, within [0, 2], stays what it is: it times the clear sky
 * to come.
 */
public record SmartPersistence(PlantSeries series) implements Baseline {
  @Override
  public String name() {
    return "smart-persistence";
  }

  @Override
  public double[] forecast(int newest, int steps) {
    double index = series.clearSkyIndex(newest, newest + 1)[0];
    return Baselines.point(index * series.clearSkyWm2()[newest + steps] / 1000);
  }
}
