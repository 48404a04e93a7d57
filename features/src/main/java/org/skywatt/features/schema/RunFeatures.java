package org.skywatt.features.schema;

import static org.skywatt.features.schema.Feature.Source.NWP;
import static org.skywatt.features.schema.Formula.weather;

import java.util.List;
import java.util.Optional;
import org.skywatt.core.sample.NwpSample;
import org.skywatt.core.variable.Variable;
import org.skywatt.features.schema.Feature.Group;
import org.skywatt.features.view.WeatherSteps;

/**
 * How much the weather models agree: the newest run with the one before, the members of an
 * ensemble, one model with another. Missing between a model's own steps.
 */
final class RunFeatures {
  private static final double LEAST_CLEAR_WM2 = 5;

  /** A quantity of one run for a step. */
  private interface Quantity {
    double at(WeatherSteps weather, int step, NwpSample sample);
  }

  private RunFeatures() {}

  static List<Feature> solar() {
    return all("clear_sky_index", "1", RunFeatures::clearSkyIndex);
  }

  static List<Feature> wind() {
    return all("wind_speed_100m", "m s-1", RunFeatures::speed100);
  }

  private static List<Feature> all(String name, String unit, Quantity quantity) {
    return List.of(
        new Feature(
                name + "_run_change",
                unit,
                NWP,
                weather((weather, step) -> runChange(weather, step, quantity)))
            .because(Group.NWP_CHANGE, "a model that changed its mind is less sure, and may again"),
        new Feature(
                name + "_member_spread",
                unit,
                NWP,
                weather(
                    (weather, step) ->
                        KnownValues.deviation(
                            values(weather, step, weather.listMembers(step), quantity))))
            .because(Group.NWP_SPREAD, "how wide the bands should be"),
        new Feature(
                name + "_source_spread",
                unit,
                NWP,
                weather(
                    (weather, step) ->
                        KnownValues.deviation(
                            values(weather, step, weather.listSources(step), quantity))))
            .because(Group.NWP_SPREAD, "where weather models disagree, each may be wrong"),
        new Feature(
                name + "_source_mean",
                unit,
                NWP,
                weather(
                    (weather, step) ->
                        KnownValues.mean(
                            values(weather, step, weather.listSources(step), quantity), 2)))
            .because(Group.NWP_SPREAD, "several weather models together are better than one"));
  }

  /** What the newest run says less what the run before said of the same time. */
  private static double runChange(WeatherSteps weather, int step, Quantity quantity) {
    Optional<NwpSample> before = weather.findRunBefore(step);
    if (before.isEmpty()) {
      return Double.NaN;
    }
    NwpSample newest = weather.find(step).orElseThrow();
    return quantity.at(weather, step, newest) - quantity.at(weather, step, before.get());
  }

  private static double[] values(
      WeatherSteps weather, int step, List<NwpSample> samples, Quantity quantity) {
    double[] values = new double[samples.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = quantity.at(weather, step, samples.get(i));
    }
    return values;
  }

  private static double clearSkyIndex(WeatherSteps weather, int step, NwpSample sample) {
    double clear = weather.sun().at(step).clearSkyGhiWm2();
    return clear > LEAST_CLEAR_WM2 ? sample.get(Variable.GHI) / clear : Double.NaN;
  }

  private static double speed100(WeatherSteps weather, int step, NwpSample sample) {
    return Math.hypot(sample.get(Variable.WIND_U_100M), sample.get(Variable.WIND_V_100M));
  }
}
