package org.skywatt.features.schema;

import org.skywatt.core.variable.Variable;
import org.skywatt.features.view.WeatherAt;
import org.skywatt.features.view.WeatherSteps;

/** How a weather model is read at the steps of a forecast. */
enum Reading {
  /** As stamped: missing between the model's own steps. */
  STAMPED {
    @Override
    WeatherAt at(WeatherSteps weather) {
      return weather.stamped();
    }

    @Override
    double ghi(WeatherSteps weather, int step) {
      return weather.stamped().get(Variable.GHI, step);
    }
  },

  /**
   * Between the model's steps too: instants are interpolated; radiation has the clear-sky index of
   * the model's own interval, under the sun of the step.
   */
  BETWEEN {
    @Override
    WeatherAt at(WeatherSteps weather) {
      return weather.ends();
    }

    @Override
    double ghi(WeatherSteps weather, int step) {
      return weather.clearSkyIndex(step) * weather.sun().at(step).clearSkyGhiWm2();
    }
  };

  /** The model at the ends of steps: variables other than radiation. */
  abstract WeatherAt at(WeatherSteps weather);

  /** Mean GHI over the step, W/m²; NaN where missing, or where the sun is too low to tell. */
  abstract double ghi(WeatherSteps weather, int step);

  double of(WeatherSteps weather, Variable variable, int step) {
    return variable == Variable.GHI ? ghi(weather, step) : at(weather).get(variable, step);
  }

  /** Where a wind of {@code u} and {@code v} blows to, degrees from north, −180 to 180. */
  double direction(WeatherSteps weather, int step, Variable u, Variable v) {
    return Math.toDegrees(Math.atan2(at(weather).get(u, step), at(weather).get(v, step)));
  }
}
