package org.skywatt.green.window;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * Finds the contiguous windows with the most expected energy, exactly: energy as a function of the
 * start is linear between the moments at which the window's start or end crosses a step boundary,
 * so one of these (or the first or last possible start) is the best of all starts.
 */
public final class WindowPlanner {
  private final PortfolioForecast forecast;
  private final WindowRequest request;
  private final long duration;

  private WindowPlanner(PortfolioForecast forecast, WindowRequest request) {
    this.forecast = forecast;
    this.request = request;
    this.duration = request.duration().toSeconds();
  }

  /**
   * Plans.
   *
   * @throws WindowException if the work does not fit before the end of the forecast, or wherever it
   *     fits the forecast is missing
   */
  public static WindowPlan plan(PortfolioForecast forecast, WindowRequest request) {
    return new WindowPlanner(forecast, request).plan();
  }

  private WindowPlan plan() {
    Instant until =
        request.deadline().isBefore(forecast.end()) ? request.deadline() : forecast.end();
    long first = Math.max(0, seconds(request.earliestStart()));
    if (request.duration().compareTo(Duration.ofSeconds(forecast.lengthSeconds())) > 0
        || first + duration > seconds(until)) {
      throw new WindowException(
          WindowException.Code.BEYOND_FORECAST,
          "no window of "
              + request.duration()
              + " from "
              + request.earliestStart()
              + " ends before the forecast does, at "
              + forecast.end());
    }
    List<GreenWindow> best = best(first, seconds(until) - duration);
    if (best.isEmpty()) {
      throw new WindowException(
          WindowException.Code.NO_FORECAST,
          "the forecast is missing in every window from "
              + request.earliestStart()
              + " to "
              + until);
    }
    long now = Math.min(Math.max(0, seconds(request.now())), forecast.lengthSeconds() - duration);
    return new WindowPlan(window(now), best, until);
  }

  private List<GreenWindow> best(long first, long last) {
    List<GreenWindow> candidates = new ArrayList<>();
    for (long start : starts(first, last)) {
      if (!forecast.isMissing(start, start + duration)) {
        candidates.add(window(start));
      }
    }
    // Energies that differ by rounding only are equal: then the sooner window is better.
    candidates.sort(
        Comparator.comparingLong((GreenWindow each) -> -Math.round(each.meanKwh() * 1e6))
            .thenComparing(GreenWindow::start));
    List<GreenWindow> best = new ArrayList<>();
    for (GreenWindow each : candidates) {
      if (best.size() < request.top() && best.stream().noneMatch(other -> overlap(each, other))) {
        best.add(each);
      }
    }
    return best;
  }

  private Iterable<Long> starts(long first, long last) {
    TreeSet<Long> starts = new TreeSet<>(List.of(first, last));
    for (long boundary = 0;
        boundary <= forecast.lengthSeconds();
        boundary += forecast.stepSeconds()) {
      for (long start : new long[] {boundary, boundary - duration}) {
        if (start >= first && start <= last) {
          starts.add(start);
        }
      }
    }
    return starts;
  }

  private static boolean overlap(GreenWindow one, GreenWindow other) {
    return one.start().isBefore(other.end()) && other.start().isBefore(one.end());
  }

  private GreenWindow window(long start) {
    long end = start + duration;
    double mean = forecast.meanKwh(start, end);
    double[] quantiles = forecast.quantilesKwh(start, end);
    if (forecast.isMissing(start, end)) {
      mean = Double.NaN;
      Arrays.fill(quantiles, Double.NaN);
    }
    return new GreenWindow(time(start), time(end), mean, quantiles);
  }

  private long seconds(Instant time) {
    return Duration.between(forecast.start(), time).toSeconds();
  }

  private Instant time(long seconds) {
    return forecast.start().plusSeconds(seconds);
  }
}
