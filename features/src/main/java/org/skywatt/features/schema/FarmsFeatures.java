package org.skywatt.features.schema;

import static org.skywatt.features.schema.Feature.Source.NWP;
import static org.skywatt.features.schema.Feature.Source.TIME;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.skywatt.core.time.Interval;
import org.skywatt.core.variable.Variable;
import org.skywatt.features.view.NwpView;
import org.skywatt.features.view.SiteView;

/** Wind at the farms of a neighbourhood, before and after, as forecasts of it show it. */
final class FarmsFeatures {
  /** Speeds about which ordinary farms reach half their power, and how steeply, m/s. */
  private static final double HALF_POWER_MS = 8;

  private static final double STEEPNESS_MS = 1.6;

  private interface Measure {
    double at(NwpView nwp, Interval step, int steps);
  }

  private FarmsFeatures() {}

  static List<Feature> all() {
    List<Feature> features = new ArrayList<>();
    for (int steps : new int[] {-3, -2, -1, 1, 2, 3}) {
      features.add(NwpFeatures.shifted(Variable.WIND_U_100M, steps));
      features.add(NwpFeatures.shifted(Variable.WIND_V_100M, steps));
    }
    for (int steps : new int[] {-2, 2}) {
      features.add(NwpFeatures.speed10(steps));
    }
    for (int steps : new int[] {-6, 6}) {
      features.add(NwpFeatures.speed100(steps));
    }
    features.add(
        new Feature("wind_speed_100m_spread_of_farms", "m s-1", NWP, FarmsFeatures::spread));
    for (int steps : new int[] {-3, -1, 1, 3}) {
      features.add(
          new Feature(
              "wind_speed_100m_of_farms_" + (steps < 0 ? "minus_" : "plus_") + Math.abs(steps),
              "m s-1",
              NWP,
              (view, step) -> ofFarms(view, step, steps, FarmsFeatures::speed)));
    }
    for (int steps : new int[] {2, 4}) {
      features.add(NwpFeatures.meanSpeed100(steps));
    }
    for (int steps : new int[] {2, 4, 12}) {
      features.add(NwpFeatures.neighbourhoodSpeed100(steps));
    }
    for (int steps : new int[] {0, 1, 3}) {
      features.add(
          new Feature(
              "power_of_wind_" + (2 * steps + 1),
              "1",
              NWP,
              (view, step) -> mean(view.nwp(), step, steps)));
    }
    features.add(
        new Feature(
            "power_of_wind_of_farms_7",
            "1",
            NWP,
            (view, step) -> ofFarms(view, step, 3, FarmsFeatures::mean)));
    features.add(new Feature("hour_sine", "1", TIME, (view, step) -> Math.sin(hour(step))));
    features.add(new Feature("hour_cosine", "1", TIME, (view, step) -> Math.cos(hour(step))));
    return features;
  }

  private static double hour(Interval step) {
    return 2 * Math.PI * Math.floorMod(step.end().getEpochSecond(), 86_400L) / 86_400.0;
  }

  private static double ofFarms(SiteView view, Interval step, int steps, Measure measure) {
    double sum = 0;
    for (NwpView farm : view.neighbours()) {
      sum += measure.at(farm, step, steps);
    }
    return sum / view.neighbours().size();
  }

  private static double spread(SiteView view, Interval step) {
    double mean = ofFarms(view, step, 0, FarmsFeatures::speed);
    double squares =
        ofFarms(view, step, 0, (nwp, at, steps) -> Math.pow(speed(nwp, at, steps) - mean, 2));
    return Math.sqrt(squares);
  }

  /** Speed at 100 m {@code steps} steps later. */
  private static double speed(NwpView nwp, Interval step, int steps) {
    Instant time = step.end().plus(step.length().multipliedBy(steps));
    return Math.hypot(nwp.get(Variable.WIND_U_100M, time), nwp.get(Variable.WIND_V_100M, time));
  }

  /**
   * Mean share of full power that the wind of {@code 2 around + 1} steps gives by a plain curve.
   */
  private static double mean(NwpView nwp, Interval step, int around) {
    double sum = 0;
    int count = 0;
    for (int i = -around; i <= around; i++) {
      double speed = speed(nwp, step, i);
      if (!Double.isNaN(speed)) {
        sum += 1 / (1 + Math.exp((HALF_POWER_MS - speed) / STEEPNESS_MS));
        count++;
      }
    }
    return count == 0 ? Double.NaN : sum / count;
  }
}
