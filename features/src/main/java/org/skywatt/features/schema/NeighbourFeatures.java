package org.skywatt.features.schema;

import static org.skywatt.features.schema.Feature.Source.NWP;
import static org.skywatt.features.schema.Formula.weather;

import java.util.List;
import java.util.Locale;
import org.skywatt.core.site.Neighbours;
import org.skywatt.core.variable.Variable;
import org.skywatt.core.wind.WindDirection;
import org.skywatt.features.schema.Feature.Group;
import org.skywatt.features.view.WeatherSteps;

/**
 * The weather model at neighbouring sites. GEFCom2014 takes its ten farms as they are; live sites
 * have one in each direction, as {@link Neighbours} finds them.
 */
final class NeighbourFeatures {
  /** A quantity computed from a site's weather for a step. */
  private interface Quantity {
    double at(WeatherSteps weather, int step);
  }

  private final Reading reading;

  NeighbourFeatures(Reading reading) {
    this.reading = reading;
  }

  /** Mean over the site's neighbourhood of a quantity at {@code 2 steps + 1} steps around. */
  Feature neighbourhoodSpeed100(int steps) {
    return new Feature(
            "wind_speed_100m_neighbourhood_" + (2 * steps + 1),
            "m s-1",
            NWP,
            weather(
                (weather, step) -> {
                  double sum = 0;
                  for (WeatherSteps neighbour : weather.neighbours()) {
                    sum += WindFeatures.meanSpeed100(reading.at(neighbour), step, steps);
                  }
                  return sum / weather.neighbours().size();
                }))
        .because(Group.NEIGHBOURS, "the weather model is surer of a region than of a point");
  }

  /** Wind at 100 m at the neighbour of index {@code index}: speed, u and v. */
  List<Feature> neighbourWind(int index) {
    String name = "neighbour_" + (index + 1) + "_";
    return List.of(
        neighbour(name + "wind_speed_100m", index, (near, step) -> reading.at(near).speed100(step)),
        neighbour(
            name + "wind_u_100m",
            index,
            (near, step) -> reading.at(near).get(Variable.WIND_U_100M, step)),
        neighbour(
            name + "wind_v_100m",
            index,
            (near, step) -> reading.at(near).get(Variable.WIND_V_100M, step)));
  }

  /** Mean of {@code variable} over the neighbours. */
  Feature neighbourhood(Variable variable) {
    return new Feature(
            variable.name().toLowerCase(Locale.ROOT) + "_neighbourhood",
            variable.unit(),
            NWP,
            weather(
                (weather, step) -> {
                  double sum = 0;
                  for (WeatherSteps neighbour : weather.neighbours()) {
                    sum += reading.at(neighbour).get(variable, step);
                  }
                  return sum / weather.neighbours().size();
                }))
        .because(Group.NEIGHBOURS, "the flow of the region");
  }

  /** The wind speed at 100 m in the four directions. */
  static List<Feature> wind() {
    return around("wind_speed_100m", "m s-1", (near, step) -> near.ends().speed100(step));
  }

  /** The clear-sky index in the four directions, under the sun of the site. */
  static List<Feature> solar() {
    return around("clear_sky_index", "1", WeatherSteps::clearSkyIndex);
  }

  private static List<Feature> around(String name, String unit, Quantity quantity) {
    return List.of(
        new Feature(
                name + "_around",
                unit,
                NWP,
                weather((weather, step) -> KnownValues.mean(values(weather, step, quantity), 1)))
            .because(Group.NEIGHBOURS, "the weather model is surer of a region than of a point"),
        new Feature(
                name + "_around_spread",
                unit,
                NWP,
                weather((weather, step) -> KnownValues.deviation(values(weather, step, quantity))))
            .because(Group.NEIGHBOURS, "where the weather differs, its place may be wrong"),
        new Feature(
                name + "_upwind",
                unit,
                NWP,
                weather((weather, step) -> upwind(weather, step, quantity)))
            .because(Group.NEIGHBOURS, "weather on its way to the site"));
  }

  private static double[] values(WeatherSteps weather, int step, Quantity quantity) {
    double[] values = new double[weather.neighbours().size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = quantity.at(weather.neighbours().get(i), step);
    }
    return values;
  }

  /** At the neighbour that the site's wind at 100 m comes from; NaN where there is none. */
  private static double upwind(WeatherSteps weather, int step, Quantity quantity) {
    List<WeatherSteps> around = weather.neighbours();
    double fromDeg =
        around.isEmpty()
            ? Double.NaN
            : WindDirection.fromDeg(
                weather.ends().get(Variable.WIND_U_100M, step),
                weather.ends().get(Variable.WIND_V_100M, step));
    if (Double.isNaN(fromDeg)) {
      return Double.NaN;
    }
    int direction = WindDirection.sector(fromDeg, Neighbours.DIRECTIONS);
    return direction < around.size() ? quantity.at(around.get(direction), step) : Double.NaN;
  }

  private Feature neighbour(String name, int index, Quantity quantity) {
    return new Feature(
            name,
            "m s-1",
            NWP,
            weather(
                (weather, step) ->
                    index < weather.neighbours().size()
                        ? quantity.at(weather.neighbours().get(index), step)
                        : Double.NaN))
        .because(Group.NEIGHBOURS, "weather on its way to or from the site");
  }
}
