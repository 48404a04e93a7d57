package org.skywatt.features.tier;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;
import org.skywatt.core.run.InputTier;
import org.skywatt.core.run.StaleInput;
import org.skywatt.core.site.Site;
import org.skywatt.core.site.SolarSite;
import org.skywatt.core.time.Interval;
import org.skywatt.core.variable.Variable;
import org.skywatt.features.view.SatelliteView;
import org.skywatt.features.view.SiteView;
import org.skywatt.features.view.WeatherSteps;

/** Finds the rung of the never-stop ladder on which a forecast stands. */
public final class InputTiers {
  /** A scan older than this says nothing about the coming hours. */
  public static final Duration OLDEST_SCAN = SatelliteView.OLDEST;

  /** A reading older than this is no persistence. */
  public static final Duration OLDEST_READING = Duration.ofHours(3);

  private InputTiers() {}

  /** The tier of the step {@code interval} of {@code view}. */
  public static InputTier of(SiteView view, Interval interval) {
    if (hasWeather(view, interval)) {
      return missesScan(view) ? InputTier.NO_SATELLITE : InputTier.FULL;
    }
    // In the dark no scan is missed, but none helps either.
    if (hasScan(view)) {
      return InputTier.NO_NWP;
    }
    return hasReading(view, interval.length())
        ? InputTier.SMART_PERSISTENCE
        : InputTier.CLIMATOLOGY;
  }

  /** Inputs that are missing or too old for the step {@code interval}. */
  public static Set<StaleInput> stale(SiteView view, Interval interval) {
    Set<StaleInput> stale = EnumSet.noneOf(StaleInput.class);
    if (!hasWeather(view, interval)) {
      stale.add(StaleInput.NWP);
    }
    if (missesScan(view)) {
      stale.add(StaleInput.SATELLITE);
    }
    if (!hasReading(view, interval.length())) {
      stale.add(StaleInput.GENERATION);
    }
    return stale;
  }

  /**
   * Whether the weather model tells what the technology lives on, at the end of the step or between
   * its own steps around: global irradiance, or the wind at 100 m or else at 10 m. A run without
   * that counts as no run: the rest of it tells too little.
   */
  public static boolean hasWeather(SiteView view, Interval interval) {
    return hasWeather(
        view.site(), variable -> !Double.isNaN(view.nwp().between(variable, interval.end())));
  }

  /** The same by the number of the step. */
  public static boolean hasWeather(WeatherSteps weather, int number) {
    return hasWeather(
        weather.site(), variable -> !Double.isNaN(weather.ends().get(variable, number)));
  }

  private static boolean hasWeather(Site site, Predicate<Variable> told) {
    return site instanceof SolarSite
        ? told.test(Variable.GHI)
        : (told.test(Variable.WIND_U_100M) && told.test(Variable.WIND_V_100M))
            || (told.test(Variable.WIND_U_10M) && told.test(Variable.WIND_V_10M));
  }

  private static boolean missesScan(SiteView view) {
    return usesSun(view) && !hasScan(view) && isLight(view);
  }

  private static boolean hasScan(SiteView view) {
    return usesSun(view) && view.satellite().newest().isPresent();
  }

  private static boolean usesSun(SiteView view) {
    return view.site() instanceof SolarSite;
  }

  /** Whether a usable scan could exist at all: imagery in reflected light needs the sun. */
  private static boolean isLight(SiteView view) {
    Instant issue = view.issueTime();
    return view.sun().over(new Interval(issue.minus(OLDEST_SCAN), issue)).zenithDeg() < 80;
  }

  private static boolean hasReading(SiteView view, Duration step) {
    for (Instant end : view.generation().recentEnds(step, OLDEST_READING)) {
      if (!Double.isNaN(view.generation().fraction(end))) {
        return true;
      }
    }
    return false;
  }
}
