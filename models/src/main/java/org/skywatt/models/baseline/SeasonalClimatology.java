package org.skywatt.models.baseline;

import java.util.Arrays;
import org.skywatt.features.nowcast.PlantSeries;

/** The mean of {@link SeasonalQuantiles}, as a point forecast. */
public final class SeasonalClimatology implements Baseline {
  private final SeasonalQuantiles quantiles;

  /**
   * @param fitted what was given is that of the intervals before it
   */
  public SeasonalClimatology(PlantSeries series, int fitted) {
    this.quantiles = new SeasonalQuantiles(series, fitted);
  }

  @Override
  public String name() {
    return "climatology";
  }

  @Override
  public double[] forecast(int newest, int steps) {
    double[] percentiles = quantiles.forecast(newest, steps);
    return percentiles == null
        ? null
        : Baselines.point(Arrays.stream(percentiles).average().orElseThrow());
  }
}
