package org.skywatt.features.view;

import java.time.Instant;
import java.util.function.IntFunction;
import org.skywatt.core.sample.NwpSample;
import org.skywatt.core.variable.Variable;

/**
 * A weather model read at one moment of each step: the same values as those of {@link NwpView},
 * with what it has around the moment looked up once. Not safe for threads.
 */
public final class WeatherAt {
  private static final long HOUR_SECONDS = 3600;

  /**
   * What the model has at a moment, at the hour before and at the hour after; null where nothing.
   *
   * @param part of the hour that is over
   */
  private record Around(NwpSample at, NwpSample before, NwpSample after, double part) {}

  private final NwpView nwp;
  private final IntFunction<Instant> moment;
  private final boolean between;
  private final StepTable<Around> around;
  private final StepValues[] far = new StepValues[Variable.COUNT];
  private final StepValues speed10 = speed(Variable.WIND_U_10M, Variable.WIND_V_10M);
  private final StepValues speed100 = speed(Variable.WIND_U_100M, Variable.WIND_V_100M);

  private WeatherAt(
      NwpView nwp, IntFunction<Instant> moment, boolean between, StepTable<Around> around) {
    this.nwp = nwp;
    this.moment = moment;
    this.between = between;
    this.around = around;
  }

  /** {@link NwpView#between} at the moment of a step. */
  static WeatherAt between(NwpView nwp, IntFunction<Instant> moment) {
    return new WeatherAt(nwp, moment, true, new StepTable<>(step -> look(nwp, moment.apply(step))));
  }

  /** {@link NwpView#get} at the same moments. */
  WeatherAt stamped() {
    return new WeatherAt(nwp, moment, false, around);
  }

  private static Around look(NwpView nwp, Instant time) {
    NwpSample at = nwp.find(time).orElse(null);
    long passed = Math.floorMod(time.getEpochSecond(), HOUR_SECONDS);
    if (passed == 0 && time.getNano() == 0) {
      return new Around(at, null, null, Double.NaN);
    }
    long hour = time.getEpochSecond() - passed;
    return new Around(
        at,
        nwp.find(Instant.ofEpochSecond(hour)).orElse(null),
        nwp.find(Instant.ofEpochSecond(hour + HOUR_SECONDS)).orElse(null),
        (double) passed / HOUR_SECONDS);
  }

  /** The model's own record for the moment; null if it has none. */
  NwpSample sample(int number) {
    return around.at(number).at;
  }

  /** {@code variable} in its unit; NaN where missing. */
  public double get(Variable variable, int number) {
    Around known = around.at(number);
    if (known.at != null) {
      double value = known.at.get(variable);
      if (!Double.isNaN(value)) {
        return value;
      }
    }
    if (between && known.before != null && known.after != null) {
      double first = known.before.get(variable);
      double second = known.after.get(variable);
      if (!Double.isNaN(first) && !Double.isNaN(second)) {
        return first + known.part * (second - first);
      }
    }
    return between ? far(variable, number) : Double.NaN;
  }

  /** Where the model's steps are longer, or a value is missing. */
  private double far(Variable variable, int number) {
    StepValues values = far[variable.ordinal()];
    if (values == null) {
      values = new StepValues(step -> nwp.between(variable, moment.apply(step)));
      far[variable.ordinal()] = values;
    }
    return values.at(number);
  }

  /** Wind speed at 10 m, m/s. */
  public double speed10(int number) {
    return speed10.at(number);
  }

  /** Wind speed at 100 m, m/s. */
  public double speed100(int number) {
    return speed100.at(number);
  }

  /** Of u and v as they are read: speed itself is never interpolated. */
  private StepValues speed(Variable u, Variable v) {
    return new StepValues(number -> Math.hypot(get(u, number), get(v, number)));
  }
}
