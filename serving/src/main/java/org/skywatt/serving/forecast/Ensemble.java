package org.skywatt.serving.forecast;

import java.util.Arrays;
import org.skywatt.core.run.RunHeader;
import org.skywatt.core.run.RunSite;
import org.skywatt.models.scenario.Trajectories;

/**
 * A site, or several together, over a whole run.
 *
 * @param whole the site, or the sum of several
 * @param series every step, with the levels of the run; fractions of the capacity of {@code whole}
 * @param scenarios {@code [scenario][step]}, in the same unit; NaN where a step is missing
 */
public record Ensemble(RunHeader header, RunSite whole, StepSeries series, double[][] scenarios) {

  /** Some steps of it, with the scenarios of the same steps. */
  record Part(StepSeries series, double[][] scenarios) {}

  /**
   * The steps that are asked for. One that several of the run make up has the quantiles of its
   * scenarios' means.
   */
  Part part(ForecastQuery query, QuantilePicker picker) {
    StepSeries grid =
        query.resolution().isOwn(header)
            ? series.within(query.range())
            : series.onto(query.resolution().stepSeconds(), query.range());
    double[][] courses = new double[scenarios.length][grid.size()];
    int first = 0;
    for (int at = 0; at < grid.size(); at++) {
      while (first < series.size() && series.end()[first] <= grid.start()[at]) {
        first++;
      }
      int after = first;
      while (after < series.size() && series.start()[after] < grid.end()[at]) {
        after++;
      }
      boolean missing = grid.quantiles()[at] == null;
      for (int i = 0; i < courses.length; i++) {
        courses[i][at] =
            missing
                ? Double.NaN
                : mean(scenarios[i], first, after, grid.start()[at], grid.end()[at]);
      }
      if (!missing) {
        grid.quantiles()[at] =
            after - first == 1
                ? picked(series.quantiles()[first], picker)
                : quantiles(courses, at, picker.levels());
      }
    }
    return new Part(grid, courses);
  }

  private double mean(double[] course, int first, int after, long start, long end) {
    double sum = 0;
    for (int i = first; i < after; i++) {
      sum += (Math.min(series.end()[i], end) - Math.max(series.start()[i], start)) * course[i];
    }
    return sum / (end - start);
  }

  private static double[] picked(double[] held, QuantilePicker picker) {
    double[] picked = new double[picker.size()];
    Arrays.setAll(picked, i -> picker.pick(i, held));
    return picked;
  }

  /** Quantiles of one step of all courses. */
  public static double[] quantiles(double[][] courses, int step, double[] levels) {
    double[] sorted = new double[courses.length];
    Arrays.setAll(sorted, i -> courses[i][step]);
    Arrays.sort(sorted);
    return Arrays.stream(levels).map(each -> Trajectories.quantile(sorted, each)).toArray();
  }
}
