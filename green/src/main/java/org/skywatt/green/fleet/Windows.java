package org.skywatt.green.fleet;

import java.util.List;
import org.skywatt.green.plan.PlanException;

/**
 * Between which slots each job can run if those it waits for, and those that wait for it, are to be
 * done in time.
 */
final class Windows {
  private final int[] from;
  private final int[] to;

  /**
   * @throws PlanException if a chain of jobs cannot be done by its deadlines even without limits,
   *     or a job waits for a later one
   */
  Windows(List<FleetJob> jobs) {
    from = new int[jobs.size()];
    to = new int[jobs.size()];
    for (int job = 0; job < from.length; job++) {
      FleetJob each = jobs.get(job);
      from[job] = each.work().earliest();
      to[job] = each.work().deadline();
      for (int before : each.after()) {
        if (before < 0 || before >= job) {
          throw new PlanException(
              PlanException.Code.INVALID_JOB,
              "job " + each.work().id() + " must stand after the jobs that it waits for");
        }
        from[job] = Math.max(from[job], from[before] + jobs.get(before).work().slots());
      }
    }
    for (int job = from.length - 1; job >= 0; job--) {
      for (int before : jobs.get(job).after()) {
        to[before] = Math.min(to[before], to[job] - jobs.get(job).work().slots());
      }
      int slots = jobs.get(job).work().slots();
      if (to[job] - from[job] < slots) {
        throw new PlanException(
            PlanException.Code.DEADLINE_TOO_SOON,
            "job "
                + jobs.get(job).work().id()
                + " takes "
                + slots
                + " slots but has "
                + Math.max(0, to[job] - from[job])
                + " between the jobs before and after it; give later deadlines");
      }
    }
  }

  int from(int job) {
    return from[job];
  }

  int to(int job) {
    return to[job];
  }
}
