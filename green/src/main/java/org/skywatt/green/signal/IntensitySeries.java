package org.skywatt.green.signal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Points of one grid in the order of time; they may have gaps. */
public final class IntensitySeries {
  private final List<IntensityPoint> points;

  public IntensitySeries(List<IntensityPoint> points) {
    List<IntensityPoint> sorted = new ArrayList<>(points);
    sorted.sort(Comparator.comparing(IntensityPoint::start));
    this.points = List.copyOf(sorted);
  }

  public List<IntensityPoint> points() {
    return points;
  }

  /** Mean over time between two moments, gaps left out; NaN if nothing is known of it. */
  public double mean(Instant from, Instant to) {
    double sum = 0;
    double hours = 0;
    for (IntensityPoint each : points) {
      double part = each.hoursWithin(from, to);
      sum += part * each.gramsPerKwh();
      hours += part;
    }
    return sum / hours;
  }

  /**
   * Means over windows of a length that start where a point does and end by the end of the points;
   * windows with a gap are left out.
   */
  public List<IntensityPoint> windows(Duration length) {
    List<IntensityPoint> windows = new ArrayList<>();
    double hours = length.toMillis() / 3.6e6;
    for (int first = 0; first < points.size(); first++) {
      Instant start = points.get(first).start();
      Instant end = start.plus(length);
      double sum = 0;
      double known = 0;
      for (int i = first; i < points.size() && points.get(i).start().isBefore(end); i++) {
        double part = points.get(i).hoursWithin(start, end);
        sum += part * points.get(i).gramsPerKwh();
        known += part;
      }
      if (known >= hours - 1e-6) {
        windows.add(new IntensityPoint(start, end, sum / known));
      }
    }
    return windows;
  }

  /** Those of least intensity, in the order of time. */
  public static List<IntensityPoint> least(List<IntensityPoint> windows) {
    double least =
        windows.stream().mapToDouble(IntensityPoint::gramsPerKwh).min().orElse(Double.NaN);
    return windows.stream().filter(each -> each.gramsPerKwh() <= least + 1e-9).toList();
  }
}
