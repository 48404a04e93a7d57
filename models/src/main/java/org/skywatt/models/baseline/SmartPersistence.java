package org.skywatt.models.baseline;

import org.skywatt.features.nowcast.PlantSeries;

/**
 * The clear-sky index stays what it is: the mean ratio of power to the clear sky over the last
 * intervals, within [0, 2], times the clear sky to come.
 *
 * @param intervals over which the ratio is averaged, at least 1
 */
public record SmartPersistence(PlantSeries series, int intervals) implements Baseline {
  @Override
  public String name() {
    return "smart-persistence";
  }

  @Override
  public double[] forecast(int newest, int steps) {
    double sum = 0;
    int count = 0;
    double[] index = series.clearSkyIndex(Math.max(0, newest - intervals + 1), newest + 1);
    for (double each : index) {
      if (!Double.isNaN(each)) {
        sum += each;
        count++;
      }
    }
    return count == 0
        ? null
        : Baselines.point(sum / count * series.clearSkyWm2()[newest + steps] / 1000);
  }
}
