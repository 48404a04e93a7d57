package org.skywatt.models.adjust;

import java.time.Duration;
import java.time.Instant;
import java.util.TreeMap;

/**
 * What a site's forecasts of the last days said beside what was metered, by range of leads and day,
 * and the factor that both tell.
 *
 * <p>The factor is metered over foretold energy, a ratio estimate whose standard error is that of
 * whole days (Cochran 1977, Sampling Techniques, section 6.3), for errors of one day hang together.
 * It is taken by the non-negative garrote (Breiman 1995): not at all while it is within {@link
 * #SURE} standard errors of 1, and nearly in full when far beyond.
 */
public final class RecentErrors {
  /** Fewer days than this are no evidence. */
  public static final int LEAST_DAYS = 10;

  private static final long DAY_SECONDS = 86_400;

  /** Standard errors; of noise on ten days, one range in seventy is farther off. */
  static final double SURE = 3;

  /** Days of which less was foretold, in full hours of capacity, tell nothing. */
  private static final double LEAST_FORETOLD = 0.1;

  /** What one day adds up to, in steps of capacity. */
  private static final class Day {
    private double foretold;
    private double metered;
  }

  private final TreeMap<Long, Day>[] days;

  @SuppressWarnings({"unchecked", "rawtypes"})
  public RecentErrors() {
    days = new TreeMap[Adjustment.RANGES];
    for (int range = 0; range < days.length; range++) {
      days[range] = new TreeMap<>();
    }
  }

  /** A number of the day, UTC, that a step ends on. */
  public static long day(Instant end) {
    return Math.floorDiv(end.getEpochSecond(), DAY_SECONDS);
  }

  /**
   * Adds a step. Several forecasts of it count as one day's.
   *
   * @param lead from the issue to the step's end
   * @param day {@link #day} of its end
   * @param foretold its mean, fraction of capacity
   * @param metered fraction of capacity, not NaN
   */
  public void add(Duration lead, long day, double foretold, double metered) {
    Day own = days[Adjustment.range(lead)].computeIfAbsent(day, any -> new Day());
    own.foretold += foretold;
    own.metered += metered;
  }

  /** What they tell; {@link Adjustment#NONE} without evidence. */
  public Adjustment adjustment() {
    double[] factors = new double[days.length];
    int most = 0;
    for (int range = 0; range < days.length; range++) {
      days[range].values().removeIf(day -> day.foretold < LEAST_FORETOLD);
      factors[range] = factor(days[range].values().toArray(new Day[0]));
      if (factors[range] != 1) {
        most = Math.max(most, days[range].size());
      }
    }
    Adjustment told = new Adjustment(factors, most);
    return told.isNone() ? Adjustment.NONE : told;
  }

  private static double factor(Day[] days) {
    if (days.length < LEAST_DAYS) {
      return 1;
    }
    double foretold = 0;
    double metered = 0;
    for (Day day : days) {
      foretold += day.foretold;
      metered += day.metered;
    }
    double ratio = metered / foretold;
    double squares = 0;
    for (Day day : days) {
      double off = day.metered - ratio * day.foretold;
      squares += off * off;
    }
    double variance = squares * days.length / (days.length - 1) / (foretold * foretold);
    double error = ratio - 1;
    double kept = 1 - SURE * SURE * variance / (error * error);
    // Not > 0 also where error and variance are both zero.
    return kept > 0 ? Math.min(Adjustment.MOST, Math.max(Adjustment.LEAST, 1 + kept * error)) : 1;
  }
}
