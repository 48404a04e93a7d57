package org.skywatt.serving.availability;

import java.util.List;
import org.skywatt.core.forecast.QuantileLevels;

/**
 * What one site can give at most, at any time. Equal ones give the same; limits that do not count
 * make no difference.
 */
public final class PowerCap {
  /** No limit but the capacity. */
  public static final PowerCap NONE = new PowerCap(List.of());

  /**
   * A limit from {@code start} on, before {@code end}; all times are seconds since 1970.
   *
   * @param entered when it was told
   * @param removed when it was taken back; {@link Long#MAX_VALUE} if it was not
   */
  record Limit(long start, long end, double limitKw, long entered, long removed) {
    boolean holds(long from, long to, long knownBy) {
      return start < to && end > from && stood(knownBy);
    }

    boolean stood(long at) {
      return entered <= at && removed > at;
    }
  }

  private final List<Limit> all;

  /** Those that count: steps need not pass by all that were ever removed. */
  private final List<Limit> limits;

  private final LimitsKnown known;

  PowerCap(List<Limit> limits) {
    this(List.copyOf(limits), LimitsKnown.NOW);
  }

  private PowerCap(List<Limit> all, LimitsKnown known) {
    this.all = all;
    this.limits =
        known.ahead() ? all : all.stream().filter(each -> each.stood(known.seconds())).toList();
    this.known = known;
  }

  /** The same of those limits alone that were known by then. */
  public PowerCap as(LimitsKnown others) {
    return all.isEmpty() || others.equals(known) ? this : new PowerCap(all, others);
  }

  /** Whether no limit counts at any time. */
  public boolean isFree() {
    return limits.isEmpty();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PowerCap cap
        && limits.equals(cap.limits)
        && ((!known.ahead() && !cap.known.ahead()) || known.equals(cap.known));
  }

  @Override
  public int hashCode() {
    return limits.hashCode();
  }

  /** Whether some limit holds between two times. */
  public boolean applies(long start, long end) {
    long by = known.by(start);
    return limits.stream().anyMatch(each -> each.holds(start, end, by));
  }

  /**
   * The greatest mean power over an interval, as a fraction of capacity: where limits overlap the
   * least holds, and a limit that holds for a part counts for that part.
   */
  public double fraction(long start, long end, double capacityKw) {
    if (limits.isEmpty() || !applies(start, end)) {
      return 1;
    }
    long by = known.by(start);
    long[] cuts =
        limits.stream()
            .filter(each -> each.holds(start, end, by))
            .flatMapToLong(each -> java.util.stream.LongStream.of(each.start(), each.end()))
            .filter(cut -> cut > start && cut < end)
            .sorted()
            .distinct()
            .toArray();
    double energy = 0;
    long from = start;
    for (int i = 0; i <= cuts.length; i++) {
      long to = i == cuts.length ? end : cuts[i];
      energy += (to - from) * leastKw(from, to, by, capacityKw);
      from = to;
    }
    return energy / (end - start) / capacityKw;
  }

  private double leastKw(long from, long to, long by, double capacityKw) {
    double least = capacityKw;
    for (Limit each : limits) {
      if (each.holds(from, to, by)) {
        least = Math.min(least, each.limitKw());
      }
    }
    return least;
  }

  /**
   * The expectation of min(power, limit): what the quantile function holds above the limit is taken
   * off the mean, by trapezoids and constant beyond the outermost levels.
   *
   * @param held quantiles at {@code levels}, ascending, before the limit
   */
  public static double mean(double mean, QuantileLevels levels, double[] held, double limit) {
    int last = held.length - 1;
    double above =
        levels.get(0) * excess(held[0], limit) + (1 - levels.get(last)) * excess(held[last], limit);
    for (int i = 1; i <= last; i++) {
      above +=
          (levels.get(i) - levels.get(i - 1))
              * (excess(held[i], limit) + excess(held[i - 1], limit))
              / 2;
    }
    return Math.max(0, Math.min(mean - above, limit));
  }

  private static double excess(double value, double limit) {
    return Math.max(0, value - limit);
  }
}
