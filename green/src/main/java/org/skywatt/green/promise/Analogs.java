package org.skywatt.green.promise;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Scenarios from the past: what came when the forecast looked most like now's (analog ensemble,
 * Delle Monache et al. 2013). Whole courses are taken, so hours hang together as they do in truth.
 *
 * <p>It is told one course after another and so cannot know a later one.
 */
public final class Analogs {
  private final int count;
  private final List<double[]> forecasts = new ArrayList<>();
  private final List<double[]> courses = new ArrayList<>();

  /**
   * @param count how many of the past courses are taken at most, above 0
   */
  public Analogs(int count) {
    if (count < 1) {
      throw new IllegalArgumentException(count + " analogs; take at least one");
    }
    this.count = count;
  }

  /** Past courses that are known. */
  public int size() {
    return courses.size();
  }

  /**
   * Remembers what was forecast and what came.
   *
   * @param forecast of any quantity that tells of the course, of a fixed length
   * @param course of the same or another quantity, of a fixed length
   */
  public void learn(double[] forecast, double[] course) {
    forecasts.add(forecast.clone());
    courses.add(course.clone());
  }

  /**
   * The courses whose forecasts between two places are nearest to this one; all if there are few.
   *
   * @throws IllegalStateException if nothing was learnt yet
   */
  public double[][] like(double[] forecast, int from, int to) {
    if (courses.isEmpty()) {
      throw new IllegalStateException("there is no past to take scenarios from");
    }
    record Near(int index, double distance) {}

    List<Near> all = new ArrayList<>(courses.size());
    for (int i = 0; i < courses.size(); i++) {
      double distance = 0;
      for (int at = from; at < to; at++) {
        double off = forecasts.get(i)[at] - forecast[at];
        distance += off * off;
      }
      all.add(new Near(i, distance));
    }
    all.sort(Comparator.comparingDouble(Near::distance).thenComparing(Near::index));
    return all.stream()
        .limit(count)
        .map(near -> courses.get(near.index()).clone())
        .toArray(double[][]::new);
  }
}
