package org.skywatt.features.schema;

import static org.skywatt.features.schema.Feature.Source.NWP;

import java.util.List;
import org.skywatt.core.time.Interval;
import org.skywatt.core.variable.Variable;
import org.skywatt.features.schema.Feature.Group;
import org.skywatt.features.view.NwpView;

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
            (view, step) -> reading.speed100(view.nwp(), step.endLater(steps)))
        .because(
            steps == 0 ? Group.NWP : Group.NWP_SHAPE,
            "most of what a turbine gives; fronts come early or late");
  }

  Feature speed10(int steps) {
    return new Feature(
            NwpFeatures.suffixed("wind_speed_10m", steps),
            "m s-1",
            NWP,
            (view, step) -> reading.speed10(view.nwp(), step.endLater(steps)))
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
                    reading.speed100(view.nwp(), step.end())
                        / (reading.speed10(view.nwp(), step.end()) + 0.1))
            .because(Group.NWP, "stability of the air, and so the wind at the hub"),
        new Feature(
                "wind_direction_10m",
                "deg",
                NWP,
                (view, step) ->
                    reading.direction(
                        view.nwp(), step.end(), Variable.WIND_U_10M, Variable.WIND_V_10M))
            .because(Group.NWP, "wakes and terrain differ by direction"),
        new Feature(
                "wind_direction_100m",
                "deg",
                NWP,
                (view, step) ->
                    reading.direction(
                        view.nwp(), step.end(), Variable.WIND_U_100M, Variable.WIND_V_100M))
            .because(Group.NWP, "wakes and terrain differ by direction"),
        new Feature(
                "wind_veer",
                "deg",
                NWP,
                (view, step) -> {
                  double veer =
                      reading.direction(
                              view.nwp(), step.end(), Variable.WIND_U_100M, Variable.WIND_V_100M)
                          - reading.direction(
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
            (view, step) -> meanSpeed100(reading, view.nwp(), step, steps))
        .because(Group.NWP_SHAPE, "what is left of the wind when its timing is not trusted");
  }

  /** Change of the wind speed at 100 m from the step before to the step after. */
  Feature speedChange100() {
    return new Feature(
            "wind_speed_100m_change",
            "m s-1",
            NWP,
            (view, step) ->
                reading.speed100(view.nwp(), step.endLater(1))
                    - reading.speed100(view.nwp(), step.endLater(-1)))
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
                double speed = reading.speed100(view.nwp(), step.endLater(i));
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

  /** Mean of the known speeds at 100 m, m/s, at {@code 2 around + 1} steps; NaN where none is. */
  static double meanSpeed100(Reading reading, NwpView nwp, Interval step, int around) {
    double[] speeds = new double[2 * around + 1];
    for (int i = -around; i <= around; i++) {
      speeds[i + around] = reading.speed100(nwp, step.endLater(i));
    }
    return KnownValues.mean(speeds, 1);
  }
}
