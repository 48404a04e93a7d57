package org.skywatt.features.schema;

import static org.skywatt.features.schema.Feature.Source.NWP;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.skywatt.core.time.Interval;
import org.skywatt.core.variable.Variable;
import org.skywatt.features.schema.Feature.Group;
import org.skywatt.features.view.NwpView;
import org.skywatt.features.view.SiteView;

/** NWP at the site, now and at neighbouring steps, and at neighbouring sites. */
final class NwpFeatures {
  private static final double LEAST_CLEAR_WM2 = 5;
  private static final long SECONDS_A_DAY = 86_400;

  /** A quantity computed from a site's NWP for one stamp. */
  private interface Quantity {
    double at(NwpView nwp, Instant validTime);
  }

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
            (view, step) -> reading.of(view, variable, step))
        .because(Group.NWP, "the weather of the step");
  }

  /** A variable {@code steps} steps later, or earlier where negative. */
  Feature shifted(Variable variable, int steps) {
    return new Feature(
            suffixed(variable.name().toLowerCase(Locale.ROOT), steps),
            variable.unit(),
            NWP,
            (view, step) -> reading.of(view, variable, step.later(steps)))
        .because(Group.NWP_SHAPE, "weather that comes early or late");
  }

  Feature speed100(int steps) {
    return new Feature(
            suffixed("wind_speed_100m", steps),
            "m s-1",
            NWP,
            (view, step) -> speed100(view.nwp(), step.endLater(steps)))
        .because(
            steps == 0 ? Group.NWP : Group.NWP_SHAPE,
            "most of what a turbine gives; fronts come early or late");
  }

  Feature speed10(int steps) {
    return new Feature(
            suffixed("wind_speed_10m", steps),
            "m s-1",
            NWP,
            (view, step) -> speed10(view.nwp(), step.endLater(steps)))
        .because(
            steps == 0 ? Group.NWP : Group.NWP_SHAPE,
            "cools modules; with the wind above it, tells stability");
  }

  /** Direction that the wind at 100 m blows to, over wind at 10 m: shear, veer and both. */
  List<Feature> shear() {
    return List.of(
        new Feature(
                "wind_shear",
                "1",
                NWP,
                (view, step) ->
                    speed100(view.nwp(), step.end()) / (speed10(view.nwp(), step.end()) + 0.1))
            .because(Group.NWP, "stability of the air, and so the wind at the hub"),
        new Feature(
                "wind_direction_10m",
                "deg",
                NWP,
                (view, step) ->
                    direction(view.nwp(), step.end(), Variable.WIND_U_10M, Variable.WIND_V_10M))
            .because(Group.NWP, "wakes and terrain differ by direction"),
        new Feature(
                "wind_direction_100m",
                "deg",
                NWP,
                (view, step) ->
                    direction(view.nwp(), step.end(), Variable.WIND_U_100M, Variable.WIND_V_100M))
            .because(Group.NWP, "wakes and terrain differ by direction"),
        new Feature(
                "wind_veer",
                "deg",
                NWP,
                (view, step) -> {
                  double veer =
                      direction(view.nwp(), step.end(), Variable.WIND_U_100M, Variable.WIND_V_100M)
                          - direction(
                              view.nwp(), step.end(), Variable.WIND_U_10M, Variable.WIND_V_10M);
                  return Math.IEEEremainder(veer, 360);
                })
            .because(Group.NWP, "stability, and fronts"));
  }

  /** Mean of the wind speed at 100 m over {@code 2 steps + 1} steps around. */
  Feature meanSpeed100(int steps) {
    return new Feature(
            "wind_speed_100m_mean_" + (2 * steps + 1),
            "m s-1",
            NWP,
            (view, step) -> mean(view.nwp(), step, steps, this::speed100))
        .because(Group.NWP_SHAPE, "what is left of the wind when its timing is not trusted");
  }

  /** Mean over the site's neighbourhood of a quantity at {@code 2 steps + 1} steps around. */
  Feature neighbourhoodSpeed100(int steps) {
    return new Feature(
            "wind_speed_100m_neighbourhood_" + (2 * steps + 1),
            "m s-1",
            NWP,
            (view, step) -> {
              double sum = 0;
              for (NwpView neighbour : view.neighbours()) {
                sum += mean(neighbour, step, steps, this::speed100);
              }
              return sum / view.neighbours().size();
            })
        .because(Group.NEIGHBOURS, "the weather model is surer of a region than of a point");
  }

  /** Wind at 100 m at the neighbour of index {@code index}: speed, u and v. */
  List<Feature> neighbourWind(int index) {
    String name = "neighbour_" + (index + 1) + "_";
    return List.of(
        neighbour(name + "wind_speed_100m", index, this::speed100),
        neighbour(
            name + "wind_u_100m",
            index,
            (nwp, time) -> reading.get(nwp, Variable.WIND_U_100M, time)),
        neighbour(
            name + "wind_v_100m",
            index,
            (nwp, time) -> reading.get(nwp, Variable.WIND_V_100M, time)));
  }

  /** Mean of {@code variable} over the neighbours. */
  Feature neighbourhood(Variable variable) {
    return new Feature(
            variable.name().toLowerCase(Locale.ROOT) + "_neighbourhood",
            variable.unit(),
            NWP,
            (view, step) -> {
              double sum = 0;
              for (NwpView neighbour : view.neighbours()) {
                sum += reading.get(neighbour, variable, step.end());
              }
              return sum / view.neighbours().size();
            })
        .because(Group.NEIGHBOURS, "the flow of the region");
  }

  /** NWP's own clear-sky index at a step {@code steps} later; NaN near and below the horizon. */
  Feature clearSkyIndex(int steps) {
    return new Feature(
            suffixed("clear_sky_index", steps),
            "1",
            NWP,
            (view, step) -> clearSkyIndex(view, step.later(steps), 0))
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
            (view, step) -> clearSkyIndex(view, step, steps))
        .because(Group.NWP_SHAPE, "clouds when their timing is not trusted");
  }

  /** Clear-sky index of the whole solar day that the step lies in. */
  Feature clearSkyIndexOfDay() {
    return new Feature(
            "clear_sky_index_day",
            "1",
            NWP,
            (view, step) -> {
              double ghi = 0;
              double clear = 0;
              for (Interval hour : solarDay(view, step)) {
                double value = reading.ghi(view, hour);
                if (!Double.isNaN(value)) {
                  ghi += value;
                  clear += view.sun().over(hour).clearSkyGhiWm2();
                }
              }
              return clear > 0 ? ghi / clear : Double.NaN;
            })
        .because(Group.NWP_SHAPE, "what kind of day it is");
  }

  /** Mean cloud cover of the whole solar day that the step lies in. */
  Feature cloudCoverOfDay() {
    return new Feature(
            "cloud_cover_day",
            "1",
            NWP,
            (view, step) -> {
              double sum = 0;
              int count = 0;
              for (Interval hour : solarDay(view, step)) {
                double value = reading.get(view.nwp(), Variable.CLOUD_COVER, hour.end());
                if (!Double.isNaN(value)) {
                  sum += value;
                  count++;
                }
              }
              return count == 0 ? Double.NaN : sum / count;
            })
        .because(Group.NWP_SHAPE, "what kind of day it is");
  }

  /** Steps of the day, midnight to midnight of mean solar time, that {@code step} lies in. */
  private static List<Interval> solarDay(SiteView view, Interval step) {
    long length = step.length().toSeconds();
    long offset = Math.round(view.site().location().longitude() / 15) * 3600;
    long local = step.start().getEpochSecond() + offset;
    int first = (int) -(Math.floorMod(local, SECONDS_A_DAY) / length);
    int steps = (int) (SECONDS_A_DAY / length);
    List<Interval> day = new ArrayList<>(steps);
    for (int i = 0; i < steps; i++) {
      day.add(step.later(first + i));
    }
    return day;
  }

  /** Change of the wind speed at 100 m from the step before to the step after. */
  Feature speedChange100() {
    return new Feature(
            "wind_speed_100m_change",
            "m s-1",
            NWP,
            (view, step) ->
                speed100(view.nwp(), step.endLater(1)) - speed100(view.nwp(), step.endLater(-1)))
        .because(Group.NWP_SHAPE, "ramps");
  }

  /** Sample standard deviation of the wind speed at 100 m over seven steps around. */
  Feature speedSpread100() {
    return new Feature(
            "wind_speed_100m_spread",
            "m s-1",
            NWP,
            (view, step) -> {
              double sum = 0;
              double squares = 0;
              int count = 0;
              for (int i = -3; i <= 3; i++) {
                double speed = speed100(view.nwp(), step.endLater(i));
                if (!Double.isNaN(speed)) {
                  sum += speed;
                  squares += speed * speed;
                  count++;
                }
              }
              return count < 3
                  ? Double.NaN
                  : Math.sqrt(Math.max(0, (squares - sum * sum / count) / (count - 1)));
            })
        .because(Group.NWP_SHAPE, "how much a wrong timing costs");
  }

  /** Irradiance in the plane of the modules that NWP's clear-sky index gives, clipped to 1.5. */
  Feature planeIrradiance() {
    return new Feature(
            "plane_irradiance",
            "W m-2",
            NWP,
            (view, step) -> {
              double index = clearSkyIndex(view, step, 0);
              return Double.isNaN(index)
                  ? 0
                  : Math.min(Math.max(index, 0), 1.5) * view.sun().over(step).clearSkyPlaneWm2();
            })
        .because(Group.NWP, "light on the modules under the forecast clouds");
  }

  /** Part of GHI that the sky gives, where the model tells it or the beam's part. */
  Feature diffuseFraction() {
    return new Feature("diffuse_fraction", "1", NWP, (view, step) -> diffuseFraction(view, step))
        .because(Group.NWP, "tilted modules make more of the beam");
  }

  private static double diffuseFraction(SiteView view, Interval step) {
    double ghi = view.nwp().get(Variable.GHI, step.end());
    double diffuse = view.nwp().get(Variable.DIFFUSE_HORIZONTAL, step.end());
    double direct = view.nwp().get(Variable.DIRECT_HORIZONTAL, step.end());
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
            (view, step) ->
                reading.ghi(view, step)
                    / Math.max(
                        reading.get(view.nwp(), Variable.TOA_NET_SHORTWAVE, step.end()),
                        1.0 / 3600))
        .because(Group.NWP, "how much of the sun's light passes the air");
  }

  private double clearSkyIndex(SiteView view, Interval step, int around) {
    double ghi = 0;
    double clear = 0;
    int count = 0;
    for (int i = -around; i <= around; i++) {
      Interval shifted = step.later(i);
      double value = reading.ghi(view, shifted);
      if (!Double.isNaN(value)) {
        ghi += value;
        clear += view.sun().over(shifted).clearSkyGhiWm2();
        count++;
      }
    }
    return clear > LEAST_CLEAR_WM2 * count ? ghi / clear : Double.NaN;
  }

  private Feature neighbour(String name, int index, Quantity quantity) {
    return new Feature(
            name,
            "m s-1",
            NWP,
            (view, step) ->
                index < view.neighbours().size()
                    ? quantity.at(view.neighbours().get(index), step.end())
                    : Double.NaN)
        .because(Group.NEIGHBOURS, "weather on its way to or from the site");
  }

  private static double mean(NwpView nwp, Interval step, int around, Quantity quantity) {
    double sum = 0;
    int count = 0;
    for (int i = -around; i <= around; i++) {
      double value = quantity.at(nwp, step.endLater(i));
      if (!Double.isNaN(value)) {
        sum += value;
        count++;
      }
    }
    return count == 0 ? Double.NaN : sum / count;
  }

  private double speed100(NwpView nwp, Instant time) {
    return Math.hypot(
        reading.get(nwp, Variable.WIND_U_100M, time), reading.get(nwp, Variable.WIND_V_100M, time));
  }

  private double speed10(NwpView nwp, Instant time) {
    return Math.hypot(
        reading.get(nwp, Variable.WIND_U_10M, time), reading.get(nwp, Variable.WIND_V_10M, time));
  }

  private double direction(NwpView nwp, Instant time, Variable u, Variable v) {
    return Math.toDegrees(Math.atan2(reading.get(nwp, u, time), reading.get(nwp, v, time)));
  }

  private static String suffixed(String name, int steps) {
    return steps == 0 ? name : name + (steps > 0 ? "_plus_" : "_minus_") + Math.abs(steps);
  }
}
