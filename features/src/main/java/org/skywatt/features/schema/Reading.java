package org.skywatt.features.schema;

import java.time.Instant;
import org.skywatt.core.time.Interval;
import org.skywatt.core.variable.Variable;
import org.skywatt.features.view.NwpView;
import org.skywatt.features.view.SiteView;

/** How a weather model is read at the steps of a forecast. */
enum Reading {
  /** As stamped: missing between the model's own steps. */
  STAMPED {
    @Override
    double get(NwpView nwp, Variable variable, Instant time) {
      return nwp.get(variable, time);
    }

    @Override
    double ghi(SiteView view, Interval step) {
      return view.nwp().get(Variable.GHI, step.end());
    }

    @Override
    double withoutIndex() {
      return 0;
    }
  },

  /**
   * Between the model's steps too: instants are interpolated; radiation has the clear-sky index of
   * the model's own interval, under the sun of the step.
   */
  BETWEEN {
    @Override
    double get(NwpView nwp, Variable variable, Instant time) {
      return nwp.between(variable, time);
    }

    @Override
    double ghi(SiteView view, Interval step) {
      return view.weather().clearSkyIndex(step) * view.sun().over(step).clearSkyGhiWm2();
    }

    @Override
    double withoutIndex() {
      return Double.NaN;
    }
  };

  /** A variable other than radiation; NaN where missing. */
  abstract double get(NwpView nwp, Variable variable, Instant time);

  /** Mean GHI over the step, W/m²; NaN where missing, or where the sun is too low to tell. */
  abstract double ghi(SiteView view, Interval step);

  /** Irradiance on the modules where no clear-sky index is told: the sun is low, or NWP missing. */
  abstract double withoutIndex();

  double of(SiteView view, Variable variable, Interval step) {
    return variable == Variable.GHI ? ghi(view, step) : get(view.nwp(), variable, step.end());
  }

  /** Wind speed at 100 m, m/s. */
  double speed100(NwpView nwp, Instant time) {
    return Math.hypot(get(nwp, Variable.WIND_U_100M, time), get(nwp, Variable.WIND_V_100M, time));
  }

  /** Wind speed at 10 m, m/s. */
  double speed10(NwpView nwp, Instant time) {
    return Math.hypot(get(nwp, Variable.WIND_U_10M, time), get(nwp, Variable.WIND_V_10M, time));
  }

  /** Where a wind of {@code u} and {@code v} blows to, degrees from north, −180 to 180. */
  double direction(NwpView nwp, Instant time, Variable u, Variable v) {
    return Math.toDegrees(Math.atan2(get(nwp, u, time), get(nwp, v, time)));
  }
}
