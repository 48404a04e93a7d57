package org.skywatt.features.schema;

import static org.skywatt.features.schema.Feature.Source.NWP;
import static org.skywatt.features.schema.Formula.weather;

import java.util.List;
import org.skywatt.core.variable.Variable;
import org.skywatt.features.schema.Feature.Group;
import org.skywatt.features.view.WeatherAt;
import org.skywatt.features.view.WeatherSteps;

/** The wind of the weather model at the site, now and at the steps around. */
final class WindFeatures {
  private final Reading reading;

  WindFeatures(Reading reading) {
    this.reading = reading;
  }

  Feature speed100(int steps) {
    return new Feature(
            NwpFeatures.suffixed("wind_speed_100m", steps),
            "m s-1",
            NWP,
            weather((weather, step) -> reading.at(weather).speed100(step + steps)))
        .because(
            steps == 0 ? Group.NWP : Group.NWP_SHAPE,
            "most of what a turbine gives; fronts come early or late");
  }

  Feature speed10(int steps) {
    return new Feature(
            NwpFeatures.suffixed("wind_speed_10m", steps),
            "m s-1",
            NWP,
            weather((weather, step) -> reading.at(weather).speed10(step + steps)))
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
                weather(
                    (weather, step) ->
                        reading.at(weather).speed100(step)
                            / (reading.at(weather).speed10(step) + 0.1)))
            .because(Group.NWP, "stability of the air, and so the wind at the hub"),
        new Feature("wind_direction_10m", "deg", NWP, weather(this::direction10))
            .because(Group.NWP, "wakes and terrain differ by direction"),
        new Feature("wind_direction_100m", "deg", NWP, weather(this::direction100))
            .because(Group.NWP, "wakes and terrain differ by direction"),
        new Feature(
                "wind_veer",
                "deg",
                NWP,
                weather(
                    (weather, step) ->
                        Math.IEEEremainder(
                            direction100(weather, step) - direction10(weather, step), 360)))
            .because(Group.NWP, "stability, and fronts"));
  }

  private double direction10(WeatherSteps weather, int step) {
    return reading.direction(weather, step, Variable.WIND_U_10M, Variable.WIND_V_10M);
  }

  private double direction100(WeatherSteps weather, int step) {
    return reading.direction(weather, step, Variable.WIND_U_100M, Variable.WIND_V_100M);
  }

  /** Mean of the wind speed at 100 m over {@code 2 steps + 1} steps around. */
  Feature meanSpeed100(int steps) {
    return new Feature(
            "wind_speed_100m_mean_" + (2 * steps + 1),
            "m s-1",
            NWP,
            weather((weather, step) -> meanSpeed100(reading.at(weather), step, steps)))
        .because(Group.NWP_SHAPE, "what is left of the wind when its timing is not trusted");
  }

  /** Change of the wind speed at 100 m from the step before to the step after. */
  Feature speedChange100() {
    return new Feature(
            "wind_speed_100m_change",
            "m s-1",
            NWP,
            weather(
                (weather, step) ->
                    reading.at(weather).speed100(step + 1)
                        - reading.at(weather).speed100(step - 1)))
        .because(Group.NWP_SHAPE, "ramps");
  }

  /** Sample standard deviation of the wind speed at 100 m over seven steps around. */
  Feature speedSpread100() {
    return new Feature(
            "wind_speed_100m_spread",
            "m s-1",
            NWP,
            weather((weather, step) -> speedSpread100(reading.at(weather), step)))
        .because(Group.NWP_SHAPE, "how much a wrong timing costs");
  }

  private static double speedSpread100(WeatherAt weather, int step) {
    double sum = 0;
    double squares = 0;
    int count = 0;
    for (int i = -3; i <= 3; i++) {
      double speed = weather.speed100(step + i);
      if (!Double.isNaN(speed)) {
        sum += speed;
        squares += speed * speed;
        count++;
      }
    }
    return count < 3
        ? Double.NaN
        : Math.sqrt(Math.max(0, (squares - sum * sum / count) / (count - 1)));
  }

  /** Mean of the known speeds at 100 m, m/s, at {@code 2 around + 1} steps; NaN where none is. */
  static double meanSpeed100(WeatherAt weather, int step, int around) {
    double sum = 0;
    int count = 0;
    for (int i = -around; i <= around; i++) {
      double speed = weather.speed100(step + i);
      if (!Double.isNaN(speed)) {
        sum += speed;
        count++;
      }
    }
    return count == 0 ? Double.NaN : sum / count;
  }
}
