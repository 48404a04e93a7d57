package org.skywatt.models.baseline;

import java.time.Duration;
import org.skywatt.features.nowcast.PlantSeries;

/** What the plant gave at the same time of the newest day that is known, within a week. */
public record Yesterday(PlantSeries series) implements Baseline {
  private static final int DAYS = 7;

  @Override
  public String name() {
    return "yesterday";
  }

  @Override
  public double[] forecast(int newest, int steps) {
    int day = (int) Duration.ofDays(1).dividedBy(series.step());
    int at = newest + steps;
    while (at > newest) {
      at -= day;
    }
    for (int i = 0; i < DAYS && at >= 0; i++) {
      if (!Double.isNaN(series.power()[at])) {
        return Baselines.point(series.power()[at]);
      }
      at -= day;
    }
    return null;
  }
}
