package org.skywatt.green.admission;

import java.util.ArrayList;
import java.util.List;

/**
 * A cautious forecast of capacity from its past: the mean day so far, scaled by how the last half
 * hour compares with it; the scale fades within hours. It is told one step after another and so
 * cannot know a later one.
 *
 * <p>What is counted on until a moment is the forecast sum times a quantile of the ratios that came
 * of such sums before, by horizon: the forecast is calibrated on its own past errors.
 */
final class CapacityForecast {
  private static final int RECENT = 3;
  private static final double FADE_STEPS = 18;
  private static final double FIRST_DAY_FADE_STEPS = 3;
  private static final double LARGEST_SCALE = 1.5;
  private static final int[] HORIZONS = {1, 2, 3, 6, 12, 24, 48, 96};
  private static final int ENOUGH = 30;
  private static final double BEFORE_ENOUGH = 0.3;

  private final int day;
  private final double quantile;
  private final List<Double> past = new ArrayList<>();
  private final List<double[]> sums = new ArrayList<>();
  private final List<SortedValues> ratios = new ArrayList<>();
  private final double[] factors = new double[HORIZONS.length];
  // Forecast of all steps up to one, that one included.
  private final double[] coming;

  /**
   * @param day steps in a day; as many are forecast
   * @param quantile of the capacity to come that is counted on, 0 to 1
   */
  CapacityForecast(int day, double quantile) {
    this.day = day;
    this.quantile = quantile;
    this.coming = new double[day + 1];
    for (int i = 0; i < HORIZONS.length; i++) {
      ratios.add(new SortedValues());
    }
  }

  /** Takes in the capacity of the step that begins; those after it are forecast. */
  void observe(double capacity) {
    past.add(capacity);
    int now = past.size() - 1;
    for (int i = 0; i < HORIZONS.length; i++) {
      score(now, i);
    }
    forecast(now);
    double[] sum = new double[HORIZONS.length];
    for (int i = 0; i < HORIZONS.length; i++) {
      sum[i] = coming[HORIZONS[i]];
    }
    sums.add(sum);
  }

  private void score(int now, int i) {
    int origin = now - HORIZONS[i];
    if (origin >= day && sums.get(origin)[i] > 0) {
      double came = 0;
      for (int step = origin + 1; step <= now; step++) {
        came += past.get(step);
      }
      ratios.get(i).add(came / sums.get(origin)[i]);
    }
    SortedValues sorted = ratios.get(i);
    factors[i] =
        sorted.size() < ENOUGH
            ? BEFORE_ENOUGH
            : sorted.quantile(quantile) * margin(sorted.size() / HORIZONS[i]);
  }

  /** Less is counted on while the past is short; sums that overlap count as one. */
  private static double margin(int independent) {
    return 1 - 1 / Math.sqrt(independent + 1.0);
  }

  private void forecast(int now) {
    double actual = 0;
    double usual = 0;
    for (int step = Math.max(0, now - RECENT + 1); step <= now; step++) {
      actual += past.get(step);
      usual += profile(step, now);
    }
    double scale = usual > 0 ? Math.min(LARGEST_SCALE, actual / usual) : 1;
    for (int ahead = 1; ahead <= day; ahead++) {
      double fade = Math.exp(-ahead / FADE_STEPS);
      // On the first day nothing is usual yet: what there is now is taken to fade within hours.
      double forecast =
          now < day
              ? past.get(now) * Math.exp(-ahead / FIRST_DAY_FADE_STEPS)
              : profile(now + ahead, now) * (1 + (scale - 1) * fade);
      coming[ahead] = coming[ahead - 1] + forecast;
    }
  }

  /** Mean of the same step of earlier days, the steps beside it included. */
  private double profile(int step, int now) {
    double sum = 0;
    int count = 0;
    for (int same = step - day; same >= 0; same -= day) {
      for (int each = Math.max(0, same - 1); each <= Math.min(now, same + 1); each++) {
        sum += past.get(each);
        count++;
      }
    }
    return count == 0 ? 0 : sum / count;
  }

  /** What is counted on within the next {@code steps} steps; a fraction of one counts in part. */
  double until(double steps) {
    int whole = (int) Math.min(steps, day);
    double part = whole < day ? (steps - whole) * (coming[whole + 1] - coming[whole]) : 0;
    int i = 0;
    while (i < HORIZONS.length - 1 && HORIZONS[i] < steps) {
      i++;
    }
    return (coming[whole] + part) * factors[i];
  }
}
