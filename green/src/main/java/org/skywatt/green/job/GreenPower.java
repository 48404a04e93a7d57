package org.skywatt.green.job;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.skywatt.core.run.RunHeader;

/**
 * Forecast green power of sites together, step by step: equally likely courses over all steps, in
 * which sites and steps hang together.
 */
public final class GreenPower {
  private final Instant start;
  private final int stepSeconds;
  private final double[] levels;
  // [course][step], kW; NaN where a site has no forecast.
  private final double[][] courses;
  private final double[] mean;
  // Of each step, ascending; made when it is asked for.
  private final double[][] sorted;

  private GreenPower(
      Instant start, int stepSeconds, double[] levels, double[][] courses, double[] mean) {
    this.start = start;
    this.stepSeconds = stepSeconds;
    this.levels = levels;
    this.courses = courses;
    this.mean = mean;
    this.sorted = new double[mean.length][];
  }

  /**
   * Of courses that are known.
   *
   * @param meanKw of each step of the run, kW; NaN where there is no forecast
   * @param coursesKw {@code [course][step]}, kW, at least one, equally likely; NaN likewise
   */
  public static GreenPower of(RunHeader header, double[] meanKw, double[][] coursesKw) {
    return new GreenPower(
        header.firstStart(),
        header.stepSeconds(),
        header.levels().toArray(),
        coursesKw,
        meanKw.clone());
  }

  /** What others leave of it: less {@code reservedKw}, one a step, but not below 0. */
  public GreenPower less(double... reservedKw) {
    double[][] left = new double[courses.length][];
    for (int i = 0; i < left.length; i++) {
      left[i] = less(courses[i], reservedKw);
    }
    return new GreenPower(start, stepSeconds, levels, left, less(mean, reservedKw));
  }

  private static double[] less(double[] power, double... reserved) {
    double[] left = new double[power.length];
    for (int step = 0; step < left.length; step++) {
      double each = power[step] - reserved[step];
      left[step] = Double.isNaN(each) ? each : Math.max(0, each);
    }
    return left;
  }

  public int steps() {
    return mean.length;
  }

  public int stepSeconds() {
    return stepSeconds;
  }

  /** Length of a step, h. */
  double stepHours() {
    return stepSeconds / 3600.0;
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

  int courses() {
    return courses.length;
  }

  /** Power in a course, kW; 0 where there is no forecast: what is not known cannot be promised. */
  double inCourse(int course, int step) {
    double kw = courses[course][step];
    return Double.isNaN(kw) ? 0 : kw;
  }

  /**
   * The quantile of a step at a level: linear between courses, of which the r-th of n stands for
   * the level (r − ½) / n. NaN where there is no forecast.
   */
  public double at(int step, double level) {
    if (sorted[step] == null) {
      double[] values = new double[courses.length];
      for (int i = 0; i < values.length; i++) {
        values[i] = courses[i][step];
      }
      Arrays.sort(values);
      sorted[step] = values;
    }
    double[] values = sorted[step];
    int last = values.length - 1;
    // NaN sorts last.
    if (Double.isNaN(values[last])) {
      return Double.NaN;
    }
    double place = Math.max(0, Math.min(level * values.length - 0.5, last));
    int below = (int) place;
    int above = Math.min(below + 1, last);
    return values[below] + (place - below) * (values[above] - values[below]);
  }

  /** Power at a step, kW: at a level, or the mean where that is NaN; 0 where it is not known. */
  double known(int step, double level) {
    double kw = Double.isNaN(level) ? mean(step) : at(step, level);
    return Double.isNaN(kw) ? 0 : kw;
  }
}
