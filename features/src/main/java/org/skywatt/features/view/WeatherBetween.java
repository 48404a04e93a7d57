package org.skywatt.features.view;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.skywatt.core.time.Interval;
import org.skywatt.core.variable.Variable;
import org.skywatt.core.wind.WindProfile;

/**
 * A weather model at times between its own steps, which may be up to {@link NwpView#LONGEST_STEP}
 * apart: instants are interpolated; radiation keeps its clear-sky index over the model's whole
 * step.
 */
public final class WeatherBetween {
  private static final Duration GRAIN = Duration.ofHours(1);

  /** Below this the index of a few watts over a few watts says nothing. */
  private static final double LEAST_CLEAR_WM2 = 5;

  private final NwpView nwp;
  private final SiteSun sun;

  WeatherBetween(NwpView nwp, SiteSun sun) {
    this.nwp = nwp;
    this.sun = sun;
  }

  /** {@link NwpView#between}. */
  public double instant(Variable variable, Instant time) {
    return nwp.between(variable, time);
  }

  /** Wind speed at 10 m, m/s; interpolated as u and v, like all of these. */
  public double speed10(Instant time) {
    return Math.hypot(instant(Variable.WIND_U_10M, time), instant(Variable.WIND_V_10M, time));
  }

  /** Wind speed at 100 m, m/s. */
  public double speed100(Instant time) {
    return Math.hypot(instant(Variable.WIND_U_100M, time), instant(Variable.WIND_V_100M, time));
  }

  /**
   * Wind speed at {@code hubHeightM} above ground, m/s: by the power law from 100 m, with the
   * exponent that the wind at 10 m tells (0 to 0.4), else from 10 m; NaN where neither is told.
   */
  public double hubSpeed(double hubHeightM, Instant time) {
    double upper = speed100(time);
    double lower = speed10(time);
    if (Double.isNaN(upper)) {
      return WindProfile.powerLaw(lower, 10, hubHeightM, WindProfile.TYPICAL_EXPONENT);
    }
    double told = WindProfile.exponent(lower, 10, upper, 100);
    double exponent = Double.isNaN(told) ? WindProfile.TYPICAL_EXPONENT : told;
    return WindProfile.powerLaw(upper, 100, hubHeightM, Math.max(0, Math.min(0.4, exponent)));
  }

  /**
   * GHI over clear-sky GHI in the model's step that {@code interval} lies in; NaN where the model
   * says nothing about it, or the sun is too low for it to mean something.
   */
  public double clearSkyIndex(Interval interval) {
    return nwp.clearSkyIndices().computeIfAbsent(interval, this::computeClearSkyIndex);
  }

  private double computeClearSkyIndex(Interval interval) {
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
    return clear > LEAST_CLEAR_WM2 ? nwp.get(Variable.GHI, end) / clear : Double.NaN;
  }

  private static Instant floor(Instant time) {
    return time.truncatedTo(ChronoUnit.HOURS);
  }

  private static boolean within(Instant from, Instant to) {
    return Duration.between(from, to).compareTo(NwpView.LONGEST_STEP) < 0;
  }
}
