package org.skywatt.green.job;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import org.skywatt.core.run.RunHeader;
import org.skywatt.core.run.SiteForecast;

/**
 * Forecast green power of sites together, step by step. Quantiles of the sum are sums of quantiles
 * (full dependence of sites and steps): the most cautious band, under which the quantile of a job's
 * energy is the sum of the quantiles of its steps.
 */
public final class GreenPower {
  private final Instant start;
  private final int stepSeconds;
  private final double[] levels;
  // [step][level], kW; NaN where a site has no forecast.
  private final double[][] quantiles;
  private final double[] mean;

  private GreenPower(
      Instant start, int stepSeconds, double[] levels, double[][] quantiles, double[] mean) {
    this.start = start;
    this.stepSeconds = stepSeconds;
    this.levels = levels;
    this.quantiles = quantiles;
    this.mean = mean;
  }

  /** The sum of forecasts of one run, at least one. */
  public static GreenPower sum(RunHeader header, Collection<SiteForecast> sites) {
    double[][] quantiles = new double[header.steps()][header.levels().size()];
    double[] mean = new double[header.steps()];
    for (SiteForecast site : sites) {
      double capacity = site.site().capacityKw();
      for (int step = 0; step < mean.length; step++) {
        mean[step] += capacity * site.mean(step);
        for (int level = 0; level < quantiles[step].length; level++) {
          quantiles[step][level] += capacity * site.quantile(step, level);
        }
      }
    }
    return new GreenPower(
        header.firstStart(), header.stepSeconds(), header.levels().toArray(), quantiles, mean);
  }

  /** What others leave of it: less {@code reservedKw}, one a step, but not below 0. */
  public GreenPower less(double... reservedKw) {
    double[][] left = new double[quantiles.length][];
    double[] leftMean = new double[mean.length];
    for (int step = 0; step < left.length; step++) {
      double reserved = reservedKw[step];
      left[step] = Arrays.stream(quantiles[step]).map(each -> positive(each - reserved)).toArray();
      leftMean[step] = positive(mean[step] - reserved);
    }
    return new GreenPower(start, stepSeconds, levels, left, leftMean);
  }

  private static double positive(double value) {
    return Double.isNaN(value) ? value : Math.max(0, value);
  }

  public int steps() {
    return mean.length;
  }

  public int stepSeconds() {
    return stepSeconds;
  }

  /** Start of a step; of the one after the last, the end. */
  public Instant start(int step) {
    return start.plusSeconds((long) step * stepSeconds);
  }

  public Instant end() {
    return start(mean.length);
  }

  /** Quantile levels of the forecast, ascending. */
  public double[] levels() {
    return levels.clone();
  }

  /** The first step that does not start before a time. */
  int firstStep(Instant time) {
    long seconds = Duration.between(start, time).plusNanos(999_999_999).toSeconds();
    return (int) Math.max(0, Math.min(mean.length, -Math.floorDiv(-seconds, (long) stepSeconds)));
  }

  /** The step after the last that ends by a time. */
  int lastStep(Instant time) {
    long seconds = Duration.between(start, time).toSeconds();
    return (int) Math.max(0, Math.min(mean.length, Math.floorDiv(seconds, (long) stepSeconds)));
  }

  /** Expected power, kW, or NaN. */
  public double mean(int step) {
    return mean[step];
  }

  /**
   * The quantile at a level, linear between those of the forecast; below the lowest of them it
   * falls to 0, above the highest it stays. NaN where there is no forecast.
   */
  public double at(int step, double level) {
    double[] row = quantiles[step];
    if (level <= levels[0]) {
      return row[0] * Math.max(0, level) / levels[0];
    }
    for (int i = 1; i < levels.length; i++) {
      if (level <= levels[i]) {
        double weight = (level - levels[i - 1]) / (levels[i] - levels[i - 1]);
        return row[i - 1] + weight * (row[i] - row[i - 1]);
      }
    }
    return row[levels.length - 1];
  }
}
