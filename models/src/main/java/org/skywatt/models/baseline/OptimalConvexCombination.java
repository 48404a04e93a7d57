package org.skywatt.models.baseline;

import java.util.HashMap;
import java.util.Map;
import org.skywatt.features.nowcast.PlantSeries;

/**
 * The best mixture of persistence and climatology of the clear-sky index: γ · k(t) + (1 − γ) · mean
 * of k, with γ the autocorrelation of k at the lead (Yang 2019, Solar Energy 193, 981–985).
 */
public final class OptimalConvexCombination implements Baseline {
  private final PlantSeries series;
  private final double[] past;
  private final double mean;
  private final Map<Integer, Double> correlations = new HashMap<>();

  /**
   * @param fitted mean and correlations are those of the intervals before it
   */
  public OptimalConvexCombination(PlantSeries series, int fitted) {
    this.series = series;
    this.past = series.clearSkyIndex(0, fitted);
    double sum = 0;
    int count = 0;
    for (double each : past) {
      if (!Double.isNaN(each)) {
        sum += each;
        count++;
      }
    }
    this.mean = sum / count;
  }

  @Override
  public String name() {
    return "optimal-convex-combination";
  }

  @Override
  public double[] forecast(int newest, int steps) {
    double index = series.clearSkyIndex(newest, newest + 1)[0];
    double gamma = correlations.computeIfAbsent(steps, this::correlation);
    double mixed = gamma * index + (1 - gamma) * mean;
    return Baselines.point(mixed * series.clearSkyWm2()[newest + steps] / 1000);
  }

  /** Pearson's, over the pairs that are both known; 0 where there are none. */
  double correlation(int steps) {
    double x = 0;
    double y = 0;
    double xx = 0;
    double yy = 0;
    double xy = 0;
    long n = 0;
    for (int i = 0; i + steps < past.length; i++) {
      double a = past[i] - mean;
      double b = past[i + steps] - mean;
      if (!Double.isNaN(a) && !Double.isNaN(b)) {
        x += a;
        y += b;
        xx += a * a;
        yy += b * b;
        xy += a * b;
        n++;
      }
    }
    double spread = Math.sqrt((n * xx - x * x) * (n * yy - y * y));
    return spread > 0 ? (n * xy - x * y) / spread : 0;
  }
}
