package org.skywatt.serving.forecast;

import java.util.Arrays;
import org.skywatt.core.run.RunHeader;
import org.skywatt.core.run.SiteForecast;
import org.skywatt.serving.availability.PowerCap;

/**
 * Steps of a forecast as they are answered: power of (start, end] as a fraction of capacity.
 *
 * @param start seconds since 1970, ascending
 * @param end seconds since 1970
 * @param mean NaN where it is missing
 * @param quantiles {@code [step][level]}; null where it is missing
 */
public record StepSeries(long[] start, long[] end, double[] mean, double[][] quantiles) {

  /** How many steps there are. */
  public int size() {
    return start.length;
  }

  /**
   * The steps of a run that overlap {@code range}, with what the site can give at most applied.
   *
   * @param cap of the site; {@link PowerCap#NONE} where nothing limits it
   */
  public static StepSeries of(
      RunHeader header,
      SiteForecast forecast,
      TimeRange range,
      QuantilePicker picker,
      PowerCap cap) {
    int steps = header.steps();
    long first = header.firstStart().getEpochSecond();
    int from = 0;
    while (from < steps && !range.endsAfter(first + (from + 1L) * header.stepSeconds())) {
      from++;
    }
    int to = from;
    while (to < steps && range.startsBefore(first + (long) to * header.stepSeconds())) {
      to++;
    }
    StepSeries series = ofSize(to - from);
    double[] held = new double[header.levels().size()];
    for (int step = from; step < to; step++) {
      int at = step - from;
      series.start[at] = first + (long) step * header.stepSeconds();
      series.end[at] = series.start[at] + header.stepSeconds();
      series.mean[at] = forecast.mean(step);
      if (forecast.isMissing(step)) {
        continue;
      }
      for (int i = 0; i < held.length; i++) {
        held[i] = forecast.quantile(step, i);
      }
      double limit = cap.fraction(series.start[at], series.end[at], forecast.site().capacityKw());
      if (limit < held[held.length - 1] || limit < series.mean[at]) {
        series.mean[at] = PowerCap.mean(series.mean[at], header.levels(), held, limit);
        for (int i = 0; i < held.length; i++) {
          held[i] = Math.min(held[i], limit);
        }
      }
      series.quantiles[at] = new double[picker.size()];
      for (int i = 0; i < picker.size(); i++) {
        series.quantiles[at][i] = picker.pick(i, held);
      }
    }
    return series;
  }

  /** A copy of the steps that overlap {@code range}. */
  StepSeries within(TimeRange range) {
    int from = 0;
    while (from < size() && !range.endsAfter(end[from])) {
      from++;
    }
    int to = from;
    while (to < size() && range.startsBefore(start[to])) {
      to++;
    }
    return new StepSeries(
        Arrays.copyOfRange(start, from, to),
        Arrays.copyOfRange(end, from, to),
        Arrays.copyOfRange(mean, from, to),
        Arrays.copyOfRange(quantiles, from, to));
  }

  static StepSeries ofSize(int steps) {
    double[] mean = new double[steps];
    Arrays.fill(mean, Double.NaN);
    return new StepSeries(new long[steps], new long[steps], mean, new double[steps][]);
  }

  /**
   * The same on a grid of another step, counted from midnight UTC: means over each new step; within
   * a shorter step power is taken as constant. Quantiles of a step that several make up are means
   * too, until {@link Ensemble#part} puts those of scenarios in their place. A new step that is not
   * wholly known is missing.
   */
  StepSeries onto(int stepSeconds, TimeRange range) {
    if (size() == 0) {
      return this;
    }
    long first = Math.floorDiv(start[0], stepSeconds) * stepSeconds;
    long last = end[size() - 1];
    int steps = (int) ((last - first + stepSeconds - 1) / stepSeconds);
    int skipped = 0;
    while (skipped < steps && !range.endsAfter(first + (skipped + 1L) * stepSeconds)) {
      skipped++;
    }
    int kept = skipped;
    while (kept < steps && range.startsBefore(first + (long) kept * stepSeconds)) {
      kept++;
    }
    StepSeries series = ofSize(kept - skipped);
    int source = 0;
    for (int at = 0; at < series.size(); at++) {
      series.start[at] = first + (long) (at + skipped) * stepSeconds;
      series.end[at] = series.start[at] + stepSeconds;
      while (source < size() && end[source] <= series.start[at]) {
        source++;
      }
      average(series, at, source);
    }
    return series;
  }

  private void average(StepSeries target, int at, int firstSource) {
    double[] sum = null;
    double mean = 0;
    long covered = 0;
    for (int i = firstSource; i < size() && start[i] < target.end[at]; i++) {
      long overlap = Math.min(end[i], target.end[at]) - Math.max(start[i], target.start[at]);
      if (quantiles[i] == null) {
        return;
      }
      sum = sum == null ? new double[quantiles[i].length] : sum;
      covered += overlap;
      mean += overlap * this.mean[i];
      for (int level = 0; level < sum.length; level++) {
        sum[level] += overlap * quantiles[i][level];
      }
    }
    if (sum == null || covered != target.end[at] - target.start[at]) {
      return;
    }
    for (int level = 0; level < sum.length; level++) {
      sum[level] /= covered;
    }
    target.mean[at] = mean / covered;
    target.quantiles[at] = sum;
  }
}
