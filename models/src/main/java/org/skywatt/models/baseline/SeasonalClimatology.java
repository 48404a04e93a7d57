package org.skywatt.models.baseline;

import java.util.Arrays;

/** The mean of {@link SeasonalQuantiles}, as a point forecast. */
public record SeasonalClimatology(SeasonalQuantiles quantiles) implements Baseline {
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
