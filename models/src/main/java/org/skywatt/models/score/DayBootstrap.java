package org.skywatt.models.score;

import java.util.Arrays;
import java.util.Random;
import java.util.TreeMap;

/**
 * How sure a mean loss is: whole days are drawn again with replacement (Künsch 1989, blocks of a
 * day).
 *
 * @param mean loss of a step
 * @param days different days
 * @param lower 2.5% quantile of the mean
 * @param upper 97.5% quantile
 */
public record DayBootstrap(double mean, int days, double lower, double upper) {
  private static final int DRAWS = 2000;
  private static final long SEED = 20_260_601;

  /** What a day adds up to. */
  private static final class Day {
    private double loss;
    private long count;
  }

  /**
   * @param loss sums of losses
   * @param count how many steps each is of
   * @param day any number of the day that each belongs to
   * @throws IllegalArgumentException if lengths differ, or there is no loss
   */
  public static DayBootstrap of(double[] loss, long[] count, long[] day) {
    if (loss.length == 0 || loss.length != count.length || loss.length != day.length) {
      throw new IllegalArgumentException(loss.length + " losses of " + day.length + " days");
    }
    TreeMap<Long, Day> byDay = new TreeMap<>();
    for (int i = 0; i < loss.length; i++) {
      Day own = byDay.computeIfAbsent(day[i], any -> new Day());
      own.loss += loss[i];
      own.count += count[i];
    }
    Day[] days = byDay.values().toArray(new Day[0]);
    double[] means = new double[DRAWS];
    Random random = new Random(SEED);
    for (int draw = 0; draw < DRAWS; draw++) {
      double sum = 0;
      long steps = 0;
      for (int i = 0; i < days.length; i++) {
        Day drawn = days[random.nextInt(days.length)];
        sum += drawn.loss;
        steps += drawn.count;
      }
      means[draw] = sum / steps;
    }
    Arrays.sort(means);
    return new DayBootstrap(
        Arrays.stream(loss).sum() / Arrays.stream(count).sum(),
        days.length,
        means[(int) (0.025 * DRAWS)],
        means[(int) (0.975 * DRAWS) - 1]);
  }
}
