package org.skywatt.features.schema;

import static org.skywatt.features.schema.Feature.Source.NWP;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.skywatt.core.site.Neighbours;
import org.skywatt.core.time.Interval;
import org.skywatt.core.variable.Variable;
import org.skywatt.core.wind.WindDirection;
import org.skywatt.features.schema.Feature.Group;
import org.skywatt.features.view.NwpView;
import org.skywatt.features.view.SiteView;

/**
 * The weather model at neighbouring sites. GEFCom2014 takes its ten farms as they are; live sites
 * have one in each direction, as {@link Neighbours} finds them.
 */
final class NeighbourFeatures {
  /** A quantity computed from a site's NWP for one stamp. */
  private interface Quantity {
    double at(NwpView nwp, Instant validTime);
  }

  /** A quantity at the neighbour of index {@code neighbour} for a step. */
  private interface Around {
    double at(SiteView view, int neighbour, Interval step);
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
            (view, step) -> {
              double sum = 0;
              for (NwpView neighbour : view.neighbours()) {
                sum += WindFeatures.meanSpeed100(reading, neighbour, step, steps);
              }
              return sum / view.neighbours().size();
            })
        .because(Group.NEIGHBOURS, "the weather model is surer of a region than of a point");
  }

  /** Wind at 100 m at the neighbour of index {@code index}: speed, u and v. */
  List<Feature> neighbourWind(int index) {
    String name = "neighbour_" + (index + 1) + "_";
    return List.of(
        neighbour(name + "wind_speed_100m", index, reading::speed100),
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

  /** The wind speed at 100 m in the four directions. */
  static List<Feature> wind() {
    return around("wind_speed_100m", "m s-1", NeighbourFeatures::speed100);
  }

  /** The clear-sky index in the four directions, under the sun of the site. */
  static List<Feature> solar() {
    return around("clear_sky_index", "1", NeighbourFeatures::clearSkyIndex);
  }

  private static List<Feature> around(String name, String unit, Around quantity) {
    return List.of(
        new Feature(
                name + "_around",
                unit,
                NWP,
                (view, step) -> KnownValues.mean(values(view, step, quantity), 1))
            .because(Group.NEIGHBOURS, "the weather model is surer of a region than of a point"),
        new Feature(
                name + "_around_spread",
                unit,
                NWP,
                (view, step) -> KnownValues.deviation(values(view, step, quantity)))
            .because(Group.NEIGHBOURS, "where the weather differs, its place may be wrong"),
        new Feature(name + "_upwind", unit, NWP, (view, step) -> upwind(view, step, quantity))
            .because(Group.NEIGHBOURS, "weather on its way to the site"));
  }

  private static double[] values(SiteView view, Interval step, Around quantity) {
    double[] values = new double[view.neighbours().size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = quantity.at(view, i, step);
    }
    return values;
  }

  /** At the neighbour that the site's wind at 100 m comes from; NaN where there is none. */
  private static double upwind(SiteView view, Interval step, Around quantity) {
    double fromDeg =
        WindDirection.fromDeg(
            view.nwp().between(Variable.WIND_U_100M, step.end()),
            view.nwp().between(Variable.WIND_V_100M, step.end()));
    if (Double.isNaN(fromDeg)) {
      return Double.NaN;
    }
    int direction = WindDirection.sector(fromDeg, Neighbours.DIRECTIONS);
    return direction < view.neighbours().size() ? quantity.at(view, direction, step) : Double.NaN;
  }

  private static double speed100(SiteView view, int neighbour, Interval step) {
    return Reading.BETWEEN.speed100(view.neighbours().get(neighbour), step.end());
  }

  private static double clearSkyIndex(SiteView view, int neighbour, Interval step) {
    return view.weatherAt(neighbour).clearSkyIndex(step);
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
}
