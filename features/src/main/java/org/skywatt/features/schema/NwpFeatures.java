package org.skywatt.features.schema;

import static org.skywatt.features.schema.Feature.Source.NWP;
import static org.skywatt.features.schema.Formula.weather;

import java.util.Locale;
import org.skywatt.core.variable.Variable;
import org.skywatt.features.schema.Feature.Group;
import org.skywatt.features.view.WeatherSteps;

/** NWP at the site, now and at neighbouring steps: single variables, and clouds. */
final class NwpFeatures {
  private static final double LEAST_CLEAR_WM2 = 5;
  private static final long SECONDS_A_DAY = 86_400;

  private final Reading reading;

  NwpFeatures(Reading reading) {
    this.reading = reading;
  }

  /** A variable as it is. */
  Feature of(Variable variable) {
    return new Feature(
            variable.name().toLowerCase(Locale.ROOT),
            variable.unit(),
            NWP,
            weather((weather, step) -> reading.of(weather, variable, step)))
        .because(Group.NWP, "the weather of the step");
  }

  /** A variable {@code steps} steps later, or earlier where negative. */
  Feature shifted(Variable variable, int steps) {
    return new Feature(
            suffixed(variable.name().toLowerCase(Locale.ROOT), steps),
            variable.unit(),
            NWP,
            weather((weather, step) -> reading.of(weather, variable, step + steps)))
        .because(Group.NWP_SHAPE, "weather that comes early or late");
  }

  /** NWP's own clear-sky index at a step {@code steps} later; NaN near and below the horizon. */
  Feature clearSkyIndex(int steps) {
    return new Feature(
            suffixed("clear_sky_index", steps),
            "1",
            NWP,
            weather((weather, step) -> clearSkyIndex(weather, step + steps, 0)))
        .because(
            steps == 0 ? Group.NWP : Group.NWP_SHAPE,
            "clouds of the weather model, freed from the sun's height");
  }

  /** The clear-sky index of the sums over {@code 2 steps + 1} steps around. */
  Feature clearSkyIndexMean(int steps) {
    return new Feature(
            "clear_sky_index_mean_" + (2 * steps + 1),
            "1",
            NWP,
            weather((weather, step) -> clearSkyIndex(weather, step, steps)))
        .because(Group.NWP_SHAPE, "clouds when their timing is not trusted");
  }

  /** Clear-sky index of the whole solar day that the step lies in. */
  Feature clearSkyIndexOfDay() {
    return new Feature("clear_sky_index_day", "1", NWP, weather(this::clearSkyIndexOfDay))
        .because(Group.NWP_SHAPE, "what kind of day it is");
  }

  /** Mean cloud cover of the whole solar day that the step lies in. */
  Feature cloudCoverOfDay() {
    return new Feature("cloud_cover_day", "1", NWP, weather(this::cloudCoverOfDay))
        .because(Group.NWP_SHAPE, "what kind of day it is");
  }

  private double clearSkyIndexOfDay(WeatherSteps weather, int step) {
    double ghi = 0;
    double clear = 0;
    int first = firstOfDay(weather, step);
    for (int each = first; each < first + stepsADay(weather); each++) {
      double value = reading.ghi(weather, each);
      if (!Double.isNaN(value)) {
        ghi += value;
        clear += weather.sun().at(each).clearSkyGhiWm2();
      }
    }
    return clear > 0 ? ghi / clear : Double.NaN;
  }

  private double cloudCoverOfDay(WeatherSteps weather, int step) {
    double sum = 0;
    int count = 0;
    int first = firstOfDay(weather, step);
    for (int each = first; each < first + stepsADay(weather); each++) {
      double value = reading.at(weather).get(Variable.CLOUD_COVER, each);
      if (!Double.isNaN(value)) {
        sum += value;
        count++;
      }
    }
    return count == 0 ? Double.NaN : sum / count;
  }

  /** Of the day, midnight to midnight of mean solar time, that {@code step} lies in. */
  private static int firstOfDay(WeatherSteps weather, int step) {
    long offset = Math.round(weather.site().location().longitude() / 15) * 3600;
    long local = weather.grid().endSecond(step - 1) + offset;
    return step - (int) (Math.floorMod(local, SECONDS_A_DAY) / weather.grid().seconds());
  }

  private static int stepsADay(WeatherSteps weather) {
    return (int) (SECONDS_A_DAY / weather.grid().seconds());
  }

  /** Irradiance in the plane of the modules that NWP's clear-sky index gives, clipped to 1.5. */
  Feature planeIrradiance() {
    return new Feature(
            "plane_irradiance",
            "W m-2",
            NWP,
            weather(
                (weather, step) -> {
                  double index = clearSkyIndex(weather, step, 0);
                  return Double.isNaN(index)
                      ? 0
                      : Math.min(Math.max(index, 0), 1.5)
                          * weather.sun().at(step).clearSkyPlaneWm2();
                }))
        .because(Group.NWP, "light on the modules under the forecast clouds");
  }

  /** Part of GHI that the sky gives, where the model tells it or the beam's part. */
  Feature diffuseFraction() {
    return new Feature("diffuse_fraction", "1", NWP, weather(NwpFeatures::diffuseFraction))
        .because(Group.NWP, "tilted modules make more of the beam");
  }

  private static double diffuseFraction(WeatherSteps weather, int step) {
    double ghi = weather.stamped().get(Variable.GHI, step);
    double diffuse = weather.stamped().get(Variable.DIFFUSE_HORIZONTAL, step);
    double direct = weather.stamped().get(Variable.DIRECT_HORIZONTAL, step);
    if (!(ghi > LEAST_CLEAR_WM2)) {
      return Double.NaN;
    }
    return Double.isNaN(diffuse) ? 1 - direct / ghi : diffuse / ghi;
  }

  /** Surface over net top-of-atmosphere short-wave radiation. */
  Feature transmission() {
    return new Feature(
            "transmission",
            "1",
            NWP,
            weather(
                (weather, step) ->
                    reading.ghi(weather, step)
                        / Math.max(
                            reading.at(weather).get(Variable.TOA_NET_SHORTWAVE, step), 1.0 / 3600)))
        .because(Group.NWP, "how much of the sun's light passes the air");
  }

  private double clearSkyIndex(WeatherSteps weather, int step, int around) {
    double ghi = 0;
    double clear = 0;
    int count = 0;
    for (int i = -around; i <= around; i++) {
      double value = reading.ghi(weather, step + i);
      if (!Double.isNaN(value)) {
        ghi += value;
        clear += weather.sun().at(step + i).clearSkyGhiWm2();
        count++;
      }
    }
    return clear > LEAST_CLEAR_WM2 * count ? ghi / clear : Double.NaN;
  }

  static String suffixed(String name, int steps) {
    return steps == 0 ? name : name + (steps > 0 ? "_plus_" : "_minus_") + Math.abs(steps);
  }
}
