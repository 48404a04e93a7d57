package org.skywatt.green.plan;

import java.util.List;

/**
 * Work that can run at several speeds, such as training on more or fewer processors.
 *
 * @param id names the job in messages
 * @param earliest first slot in which it may run
 * @param deadline first slot in which it must have ended
 * @param work to be done, in any unit
 * @param points ways to run, in any order; not running is always possible
 */
public record ElasticJob(String id, int earliest, int deadline, double work, List<Point> points) {
  private static final int MOST_POINTS = 1_000;

  /**
   * A speed.
   *
   * @param powerKw drawn, kW, above 0
   * @param workPerSlot done in a slot, above 0
   */
  public record Point(double powerKw, double workPerSlot) {}

  /**
   * @throws PlanException for what no job can be
   */
  public ElasticJob {
    points = List.copyOf(points);
    if (earliest < 0 || deadline <= earliest || deadline - earliest > SlotJob.LONGEST_HORIZON) {
      throw new PlanException(
          PlanException.Code.DEADLINE_TOO_SOON,
          "job " + id + " has no slot from " + earliest + " to its deadline " + deadline);
    }
    if (!(work > 0) || Double.isInfinite(work)) {
      throw invalid(id, "has " + work + " to do; give work above 0");
    }
    if (points.isEmpty() || points.size() > MOST_POINTS) {
      throw invalid(id, "has " + points.size() + " speeds; give 1 to " + MOST_POINTS);
    }
    for (Point point : points) {
      if (!(point.powerKw > 0 && point.workPerSlot > 0)
          || Double.isInfinite(point.powerKw + point.workPerSlot)) {
        throw invalid(id, "has a speed without power or work: " + point);
      }
    }
  }

  private static PlanException invalid(String id, String why) {
    return new PlanException(PlanException.Code.INVALID_JOB, "job " + id + " " + why);
  }
}
