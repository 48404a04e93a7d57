package org.skywatt.green.job;

import java.time.Duration;
import java.util.List;
import org.skywatt.green.plan.ElasticJob;

/**
 * Work that can run at several speeds.
 *
 * @param amount to be done, in any unit, above 0
 * @param speeds ways to run; the work of each is by the hour; not running is always possible
 */
public record ElasticWork(double amount, List<ElasticJob.Point> speeds) {
  private static final int MOST_SPEEDS = 100;
  private static final double LONGEST_SECONDS = 1e9;
  // What is left of work is a second at least, by the whole seconds that it is planned for.
  private static final double SHORTEST_SECONDS = 0.1;

  /**
   * @throws JobException for what no work can be
   */
  public ElasticWork {
    speeds = List.copyOf(speeds);
    if (!(amount > 0 && amount < Double.POSITIVE_INFINITY)) {
      throw invalid("work " + amount + " must be above 0");
    }
    if (speeds.isEmpty() || speeds.size() > MOST_SPEEDS) {
      throw invalid("elastic work has " + speeds.size() + " speeds; give 1 to " + MOST_SPEEDS);
    }
    for (ElasticJob.Point each : speeds) {
      double both = each.powerKw() + each.workPerSlot();
      if (!(each.powerKw() > 0 && each.workPerSlot() > 0 && both < Double.POSITIVE_INFINITY)) {
        throw invalid(
            "a speed of "
                + each.powerKw()
                + " kW and "
                + each.workPerSlot()
                + " of the work an hour cannot be; give both above 0");
      }
    }
    double seconds = 3600 * amount / fastest(speeds).workPerSlot();
    if (seconds < SHORTEST_SECONDS) {
      throw invalid("work " + amount + " takes " + seconds + " s at its fastest speed; give more");
    }
  }

  private static JobException invalid(String message) {
    return new JobException(JobException.Code.INVALID_WORK, message);
  }

  /** Power of the fastest speed, kW. */
  public double powerKw() {
    return fastest(speeds).powerKw();
  }

  /** How long it takes at the fastest speed. */
  public Duration shortest() {
    double seconds = Math.ceil(3600 * amount / fastest(speeds).workPerSlot());
    return Duration.ofSeconds((long) Math.max(1, Math.min(LONGEST_SECONDS, seconds)));
  }

  private static ElasticJob.Point fastest(List<ElasticJob.Point> speeds) {
    ElasticJob.Point fastest = speeds.get(0);
    for (ElasticJob.Point each : speeds) {
      fastest = each.workPerSlot() > fastest.workPerSlot() ? each : fastest;
    }
    return fastest;
  }

  /** A share of it, above 0. */
  ElasticWork share(double share) {
    return new ElasticWork(amount * share, speeds);
  }

  /** As a job of slots of some length. */
  ElasticJob inSlots(int earliest, int deadline, double slotHours) {
    List<ElasticJob.Point> points =
        speeds.stream()
            .map(each -> new ElasticJob.Point(each.powerKw(), each.workPerSlot() * slotHours))
            .toList();
    return new ElasticJob("job", earliest, deadline, amount, points);
  }
}
