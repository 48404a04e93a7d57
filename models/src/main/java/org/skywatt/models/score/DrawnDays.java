package org.skywatt.models.score;

import java.util.Arrays;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/**
 * How sure a score is: whole days are drawn again with replacement, for errors of one day hang
 * together (Künsch 1989, blocks of a day). Draws are the same for every score of as many days, so
 * that differences are paired.
 */
public final class DrawnDays {
  private static final int DRAWS = 500;
  private static final long SEED = 20_260_601;

  private final int[][] times;

  /**
   * An interval.
   *
   * @param standardError standard deviation over the draws
   * @param lower 2.5% quantile
   * @param upper 97.5% quantile; all NaN where there are fewer than two days
   */
  public record Interval(double standardError, double lower, double upper) {
    static final Interval UNKNOWN = new Interval(Double.NaN, Double.NaN, Double.NaN);
  }

  /**
   * @param days how many days there are
   */
  public DrawnDays(int days) {
    times = new int[DRAWS][days];
    Random random = new Random(SEED);
    for (int[] draw : times) {
      for (int i = 0; i < days; i++) {
        draw[random.nextInt(days)]++;
      }
    }
  }

  /**
   * Totals of each draw.
   *
   * @param byDay sums of each day, null for a day without any
   * @param length how many sums
   */
  public double[][] totals(double[][] byDay, int length) {
    double[][] totals = new double[DRAWS][length];
    for (int draw = 0; draw < DRAWS; draw++) {
      double[] own = totals[draw];
      for (int day = 0; day < byDay.length; day++) {
        int weight = times[draw][day];
        if (weight > 0 && byDay[day] != null) {
          for (int i = 0; i < length; i++) {
            own[i] += weight * byDay[day][i];
          }
        }
      }
    }
    return totals;
  }

  /**
   * The interval of a score.
   *
   * @param totals of {@link #totals}
   * @param score score of one draw's totals; NaN where a draw has none, which is left out
   */
  public static Interval interval(double[][] totals, ToDoubleFunction<double[]> score) {
    double[] drawn = new double[totals.length];
    int n = 0;
    for (double[] each : totals) {
      double value = score.applyAsDouble(each);
      if (Double.isFinite(value)) {
        drawn[n++] = value;
      }
    }
    if (n < 2) {
      return Interval.UNKNOWN;
    }
    Arrays.sort(drawn, 0, n);
    double mean = 0;
    for (int i = 0; i < n; i++) {
      mean += drawn[i] / n;
    }
    double squares = 0;
    for (int i = 0; i < n; i++) {
      squares += (drawn[i] - mean) * (drawn[i] - mean);
    }
    return new Interval(
        Math.sqrt(squares / (n - 1)), drawn[(int) (0.025 * n)], drawn[(int) (0.975 * (n - 1))]);
  }
}
