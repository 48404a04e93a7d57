package org.skywatt.features.view;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.skywatt.core.time.Interval;
import org.skywatt.core.variable.Variable;

/**
 * The radiation of a weather model at times between its own steps, which may be up to {@link
 * NwpView#LONGEST_STEP} apart: the clear-sky index stays the same over the model's whole step.
 */
final class ClearSkyWeather {
  private static final Duration GRAIN = Duration.ofHours(1);

  /** Below this the index of a few watts over a few watts says nothing. */
  private static final double LEAST_CLEAR_WM2 = 5;

  private final NwpView nwp;
  private final SiteSun sun;

  ClearSkyWeather(NwpView nwp, SiteSun sun) {
    this.nwp = nwp;
    this.sun = sun;
  }

  /**
   * GHI over clear-sky GHI in the model's step that {@code interval} lies in; NaN where the model
   * says nothing about it, or the sun is too low for it to mean something.
   */
  double clearSkyIndex(Interval interval) {
    Instant end = interval.end();
    if (Double.isNaN(nwp.get(Variable.GHI, end))) {
      end = floor(end).equals(end) ? end.plus(GRAIN) : floor(end).plus(GRAIN);
    }
    while (Double.isNaN(nwp.get(Variable.GHI, end)) && within(interval.end(), end)) {
      end = end.plus(GRAIN);
    }
    Instant start = floor(end.minusSeconds(1));
    while (nwp.find(start).isEmpty() && within(start, end)) {
      start = start.minus(GRAIN);
    }
    boolean known = nwp.find(start).isPresent();
    double clear = sun.over(new Interval(known ? start : interval.start(), end)).clearSkyGhiWm2();
    return index(nwp.get(Variable.GHI, end), clear);
  }

  /** NaN where {@code clearWm2} is too low. */
  static double index(double ghiWm2, double clearWm2) {
    return clearWm2 > LEAST_CLEAR_WM2 ? ghiWm2 / clearWm2 : Double.NaN;
  }

  private static Instant floor(Instant time) {
    return time.truncatedTo(ChronoUnit.HOURS);
  }

  private static boolean within(Instant from, Instant to) {
    return Duration.between(from, to).compareTo(NwpView.LONGEST_STEP) < 0;
  }
}
