package org.skywatt.models.score;

import java.util.Arrays;
import java.util.Random;
import java.util.TreeMap;

/**
 * How sure the difference of two forecasts' mean losses is: whole days are drawn again with
 * replacement, for losses of one day hang together (Künsch 1989, blocks of a day).
 *
 * @param first mean loss of the first forecast
 * @param second mean loss of the second
 * @param days different days
 * @param lower 2.5% quantile of {@code second / first − 1}
 * @param upper 97.5% quantile of it
 */
public record PairedBootstrap(double first, double second, int days, double lower, double upper) {
  private static final int DRAWS = 2000;
  private static final long SEED = 20_260_601;

  /** Losses of a day. */
  private static final class Day {
    private double first;
    private double second;
  }

  /** {@code second / first − 1}: negative where the second forecast is better. */
  public double change() {
    return second / first - 1;
  }

  /**
   * @param first losses of the first forecast, one or a sum of several
   * @param second of the second, of the same steps
   * @param count how many steps each is of
   * @param day any number of the day that each belongs to
   * @throws IllegalArgumentException if lengths differ, or there is no loss
   */
  public static PairedBootstrap of(double[] first, double[] second, long[] count, long[] day) {
    if (first.length == 0
        || first.length != second.length
        || first.length != day.length
        || first.length != count.length) {
      throw new IllegalArgumentException(
          first.length + " and " + second.length + " losses of " + day.length + " days");
    }
    TreeMap<Long, Day> byDay = new TreeMap<>();
    for (int i = 0; i < first.length; i++) {
      Day own = byDay.computeIfAbsent(day[i], any -> new Day());
      own.first += first[i];
      own.second += second[i];
    }
    Day[] days = byDay.values().toArray(new Day[0]);
    double[] changes = new double[DRAWS];
    Random random = new Random(SEED);
    for (int draw = 0; draw < DRAWS; draw++) {
      double one = 0;
      double other = 0;
      for (int i = 0; i < days.length; i++) {
        Day drawn = days[random.nextInt(days.length)];
        one += drawn.first;
        other += drawn.second;
      }
      changes[draw] = other / one - 1;
    }
    Arrays.sort(changes);
    long steps = Arrays.stream(count).sum();
    return new PairedBootstrap(
        Arrays.stream(first).sum() / steps,
        Arrays.stream(second).sum() / steps,
        days.length,
        changes[(int) (0.025 * DRAWS)],
        changes[(int) (0.975 * DRAWS) - 1]);
  }
}
