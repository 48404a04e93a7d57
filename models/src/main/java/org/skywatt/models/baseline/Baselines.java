package org.skywatt.models.baseline;

import java.util.Arrays;
import java.util.List;
import org.skywatt.core.forecast.QuantileLevels;
import org.skywatt.features.nowcast.PlantSeries;

/** The baselines of a solar plant. */
public final class Baselines {
  private Baselines() {}

  /**
   * All of them, fitted to the intervals before {@code fitted}.
   *
   * @param dcOverAc rated power of the modules over AC capacity
   */
  public static List<Baseline> of(PlantSeries series, int fitted, double dcOverAc) {
    SeasonalQuantiles quantiles = new SeasonalQuantiles(series, fitted);
    return List.of(
        new Persistence(series),
        new SmartPersistence(series),
        new OptimalConvexCombination(series, fitted),
        new Yesterday(series),
        new SeasonalClimatology(quantiles),
        quantiles,
        new PhysicalSolar(series, dcOverAc));
  }

  /** A point forecast within [0, 1]; null for NaN. */
  public static double[] point(double fraction) {
    if (Double.isNaN(fraction)) {
      return null;
    }
    double[] percentiles = new double[QuantileLevels.PERCENTILES.size()];
    Arrays.fill(percentiles, Math.min(Math.max(fraction, 0), 1));
    return percentiles;
  }
}
