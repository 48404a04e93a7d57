package org.skywatt.green.window;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.skywatt.core.forecast.QuantileLevels;
import org.skywatt.core.run.RunHeader;
import org.skywatt.core.run.SiteForecast;

/**
 * The energy of several sites together, accumulated over the steps of a run; power is constant
 * within a step. Immutable.
 *
 * <p>Quantiles of sums, over sites and over time, are sums of quantiles: the case of full
 * dependence (comonotone sites and steps), the widest band that a sum can have around its middle.
 * Sites that differ make the true band narrower.
 */
public final class PortfolioForecast {
  private final Instant start;
  private final int stepSeconds;
  private final QuantileLevels levels;
  // [channel][step boundary], kWh since the start; channel 0 is the mean.
  private final double[][] cumulative;
  private final int[] missingBefore;

  private PortfolioForecast(
      Instant start,
      int stepSeconds,
      QuantileLevels levels,
      double[][] cumulative,
      int[] missingBefore) {
    this.start = start;
    this.stepSeconds = stepSeconds;
    this.levels = levels;
    this.cumulative = cumulative;
    this.missingBefore = missingBefore;
  }

  /**
   * Adds up forecasts of one run. A step that is missing at one site is missing in the sum.
   *
   * @throws IllegalArgumentException if there is no site or one is not of this run's shape
   */
  public static PortfolioForecast sum(RunHeader header, Collection<SiteForecast> sites) {
    if (sites.isEmpty()) {
      throw new IllegalArgumentException("at least one site is needed");
    }
    int steps = header.steps();
    double hours = header.stepSeconds() / 3600.0;
    double[][] cumulative = new double[header.channels()][steps + 1];
    int[] missingBefore = new int[steps + 1];
    List<SiteForecast> all = List.copyOf(sites);
    for (SiteForecast site : all) {
      if (site.steps() != steps || !site.levels().equals(header.levels())) {
        throw new IllegalArgumentException("site " + site.site().siteId() + " is of another run");
      }
    }
    for (int step = 0; step < steps; step++) {
      boolean missing = false;
      for (double[] channel : cumulative) {
        channel[step + 1] = channel[step];
      }
      for (SiteForecast site : all) {
        if (site.isMissing(step)) {
          missing = true;
          continue;
        }
        double energy = site.site().capacityKw() * hours;
        cumulative[0][step + 1] += energy * site.mean(step);
        for (int level = 0; level < header.levels().size(); level++) {
          cumulative[level + 1][step + 1] += energy * site.quantile(step, level);
        }
      }
      missingBefore[step + 1] = missingBefore[step] + (missing ? 1 : 0);
    }
    return new PortfolioForecast(
        header.firstStart(), header.stepSeconds(), header.levels(), cumulative, missingBefore);
  }

  public Instant start() {
    return start;
  }

  public Instant end() {
    return start.plusSeconds(lengthSeconds());
  }

  public QuantileLevels levels() {
    return levels;
  }

  int stepSeconds() {
    return stepSeconds;
  }

  long lengthSeconds() {
    return (long) stepSeconds * (missingBefore.length - 1);
  }

  /** Whether a step that the window touches is missing; seconds since the start. */
  boolean isMissing(long from, long to) {
    int first = (int) (from / stepSeconds);
    int last = (int) ((to + stepSeconds - 1) / stepSeconds);
    return missingBefore[last] > missingBefore[first];
  }

  /** Expected energy between two moments within the forecast, kWh; seconds since the start. */
  double meanKwh(long from, long to) {
    return energyKwh(0, from, to);
  }

  double[] quantilesKwh(long from, long to) {
    double[] quantiles = new double[levels.size()];
    for (int i = 0; i < quantiles.length; i++) {
      quantiles[i] = energyKwh(i + 1, from, to);
    }
    return quantiles;
  }

  private double energyKwh(int channel, long from, long to) {
    return Math.max(0, until(cumulative[channel], to) - until(cumulative[channel], from));
  }

  /** Within a step the energy grows in proportion to time. */
  private double until(double[] boundaries, long second) {
    int step = (int) (second / stepSeconds);
    if (step == boundaries.length - 1) {
      return boundaries[step];
    }
    double weight = (second - (long) step * stepSeconds) / (double) stepSeconds;
    return boundaries[step] + weight * (boundaries[step + 1] - boundaries[step]);
  }
}
