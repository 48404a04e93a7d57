package org.skywatt.features.nowcast;

import java.time.Duration;
import java.time.Instant;

/**
 * What is known of one plant in equal intervals; interval i begins at {@code start + i · step}. All
 * arrays have one value an interval, NaN where missing. Measured values are known when their
 * interval ends; the clear sky always; the weather model's before the first issue that uses them.
 *
 * @param power mean AC power as a fraction of stated capacity
 * @param clearSkyWm2 global horizontal irradiance under a clear sky; 0 where the sun is down
 * @param ghiWm2 measured global horizontal irradiance
 * @param temperatureC measured air temperature
 * @param cloudIndex cloud index of a satellite
 * @param brightness of the satellite's image
 * @param nwpGhiWm2 global horizontal irradiance of the weather model
 * @param nwpTemperatureC air temperature of the weather model
 */
public record PlantSeries(
    Instant start,
    Duration step,
    double[] power,
    double[] clearSkyWm2,
    double[] ghiWm2,
    double[] temperatureC,
    double[] cloudIndex,
    double[] brightness,
    double[] nwpGhiWm2,
    double[] nwpTemperatureC) {
  /** Below this, a ratio to the clear sky is mostly noise. */
  private static final double LEAST_CLEAR_WM2 = 50;

  public int size() {
    return power.length;
  }

  /** End of interval {@code i}: when what was measured in it is known. */
  public Instant end(int i) {
    return start.plus(step.multipliedBy(i + 1L));
  }

  /** Whether the sun is down throughout interval {@code i}, or its clear sky is not known. */
  public boolean isDark(int i) {
    return !(clearSkyWm2[i] > 0);
  }

  /** {@code values} over the clear sky, W/m² over W/m²; NaN where the sun is low. */
  double[] perClearSky(double[] values) {
    double[] ratios = new double[size()];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] = clearSkyWm2[i] >= LEAST_CLEAR_WM2 ? values[i] / clearSkyWm2[i] : Double.NaN;
    }
    return ratios;
  }

  /** {@link #clearSkyIndex(int, int)} of all intervals. */
  double[] clearSkyIndex() {
    return clearSkyIndex(0, size());
  }

  /**
   * Power over clear sky, intervals {@code from} to before {@code to}: fractions of capacity a
   * kW/m², within [0, 2]; NaN where the sun is low. Up to a factor, this is the clear-sky index.
   */
  public double[] clearSkyIndex(int from, int to) {
    double[] index = new double[to - from];
    for (int i = 0; i < index.length; i++) {
      double clear = clearSkyWm2[from + i];
      double ratio = clear >= LEAST_CLEAR_WM2 ? 1000 * power[from + i] / clear : Double.NaN;
      index[i] = Math.min(Math.max(ratio, 0), 2);
    }
    return index;
  }
}
