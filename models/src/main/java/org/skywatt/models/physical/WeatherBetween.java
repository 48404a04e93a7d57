package org.skywatt.models.physical;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.skywatt.core.time.Interval;
import org.skywatt.core.variable.Variable;
import org.skywatt.features.view.SiteView;

/**
 * A weather model at times between its own steps, which may be up to {@link #LONGEST_STEP} apart:
 * instants are interpolated; radiation keeps its clear-sky index over the model's whole step.
 */
final class WeatherBetween {
  private static final Duration LONGEST_STEP = Duration.ofHours(6);
  private static final Duration GRAIN = Duration.ofHours(1);

  /** Below this the index of a few watts over a few watts says nothing. */
  private static final double LEAST_CLEAR_WM2 = 5;

  private final SiteView view;

  WeatherBetween(SiteView view) {
    this.view = view;
  }

  /** {@code variable}, an instant, at {@code time}; NaN where the model says nothing around it. */
  double instant(Variable variable, Instant time) {
    if (!isMissing(variable, time)) {
      return view.nwp().get(variable, time);
    }
    Instant before = floor(time);
    while (isMissing(variable, before) && within(before, time)) {
      before = before.minus(GRAIN);
    }
    Instant after = floor(time).plus(GRAIN);
    while (isMissing(variable, after) && within(time, after)) {
      after = after.plus(GRAIN);
    }
    double first = view.nwp().get(variable, before);
    double second = view.nwp().get(variable, after);
    double passed = Duration.between(before, time).toSeconds();
    return first + passed / Duration.between(before, after).toSeconds() * (second - first);
  }

  /**
   * GHI over clear-sky GHI in the model's step that {@code interval} lies in; NaN where the model
   * says nothing about it, or the sun is too low for it to mean something.
   */
  double clearSkyIndex(Interval interval) {
    Instant end = interval.end();
    if (isMissing(Variable.GHI, end)) {
      end = floor(end).equals(end) ? end.plus(GRAIN) : floor(end).plus(GRAIN);
    }
    while (isMissing(Variable.GHI, end) && within(interval.end(), end)) {
      end = end.plus(GRAIN);
    }
    Instant start = floor(end.minusSeconds(1));
    while (view.nwp().find(start).isEmpty() && within(start, end)) {
      start = start.minus(GRAIN);
    }
    boolean known = view.nwp().find(start).isPresent();
    double clear =
        view.sun().over(new Interval(known ? start : interval.start(), end)).clearSkyGhiWm2();
    return clear > LEAST_CLEAR_WM2 ? view.nwp().get(Variable.GHI, end) / clear : Double.NaN;
  }

  private static Instant floor(Instant time) {
    return time.truncatedTo(ChronoUnit.HOURS);
  }

  private boolean isMissing(Variable variable, Instant time) {
    return Double.isNaN(view.nwp().get(variable, time));
  }

  private static boolean within(Instant from, Instant to) {
    return Duration.between(from, to).compareTo(LONGEST_STEP) < 0;
  }
}
