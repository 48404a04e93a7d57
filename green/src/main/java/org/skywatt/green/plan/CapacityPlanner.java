package org.skywatt.green.plan;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Many interruptible jobs of equal power, of which only so many may run at once: the plan of least
 * total cost, exactly.
 *
 * <p>A unit of work costs the same whichever job does it, so a plan's cost depends on how much work
 * each slot takes. The amounts that slots can take form a polymatroid (they are the flows out of
 * the sources of a network), over which taking the cheapest that still fits is optimal (Edmonds
 * 1970). So slots are filled from the cheapest on, each as far as augmenting paths go. A search
 * that finds no path has seen a set of jobs that is full and stays so; it is never entered again.
 */
public final class CapacityPlanner {
  private final SlotCosts costs;
  private final List<SlotJob> jobs;
  private final FlowState flow;

  private CapacityPlanner(SlotCosts costs, List<SlotJob> jobs) {
    this.costs = costs;
    this.jobs = jobs;
    this.flow = new FlowState(costs.slots(), jobs);
  }

  /**
   * The slots of each job, ascending, in the order of {@code jobs}; of equally cheap slots the
   * soonest are filled first.
   *
   * @param capacity how many jobs may run at once, 0 or more, one a slot
   * @throws PlanException if the costs end before a job's deadline, or not all jobs fit
   */
  public static List<int[]> plan(SlotCosts costs, List<SlotJob> jobs, int... capacity) {
    if (capacity.length != costs.slots()) {
      throw new IllegalArgumentException(
          capacity.length + " capacities for " + costs.slots() + " slots");
    }
    jobs.forEach(job -> job.requireWithin(costs));
    // In order of time, so that the jobs of a slot are neighbours.
    List<Integer> order =
        IntStream.range(0, jobs.size())
            .boxed()
            .sorted(Comparator.comparingInt((Integer i) -> jobs.get(i).earliest()))
            .toList();
    List<SlotJob> sorted = order.stream().map(jobs::get).toList();
    List<int[]> planned = new CapacityPlanner(costs, sorted).plan(capacity);
    int[][] plan = new int[jobs.size()][];
    for (int i = 0; i < plan.length; i++) {
      plan[order.get(i)] = planned.get(i);
    }
    return Arrays.asList(plan);
  }

  private List<int[]> plan(int[] capacity) {
    IntStream.range(0, costs.slots())
        .boxed()
        .sorted(Comparator.comparingDouble(costs::get))
        .forEach(slot -> flow.fill(slot, capacity[slot]));
    for (int job = 0; job < jobs.size(); job++) {
      if (flow.open(job) > 0) {
        throw new PlanException(
            PlanException.Code.NO_CAPACITY,
            "job "
                + jobs.get(job).id()
                + " finds room for "
                + (jobs.get(job).slots() - flow.open(job))
                + " of its "
                + jobs.get(job).slots()
                + " slots before slot "
                + jobs.get(job).deadline()
                + "; give it a later deadline, or a higher limit");
      }
    }
    return IntStream.range(0, jobs.size()).mapToObj(flow::slots).toList();
  }
}
