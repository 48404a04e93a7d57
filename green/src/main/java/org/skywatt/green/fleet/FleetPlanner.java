package org.skywatt.green.fleet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.skywatt.green.plan.PlanException;

/**
 * Plans many jobs on several sites under limits: prices of scarce room from the Lagrangian bound,
 * then the job first that would lose most by waiting, then local search. Deterministic.
 *
 * <p>Jobs of equal power at one site, all interruptible, are planned exactly by {@link
 * org.skywatt.green.plan.CapacityPlanner}.
 */
public final class FleetPlanner {
  private FleetPlanner() {}

  /**
   * Plans as many jobs as find room.
   *
   * @param slotHours length of a slot, h
   * @throws PlanException if a job names a site that is not there, its deadline lies beyond the
   *     costs, or a chain of jobs cannot be done in time even without limits
   */
  public static FleetPlan plan(List<FleetSite> sites, List<FleetJob> jobs, double slotHours) {
    if (!(slotHours > 0)) {
      throw new IllegalArgumentException("a slot must last longer than " + slotHours + " hours");
    }
    require(sites, jobs);
    Windows windows = new Windows(jobs);
    FleetState plain = new FleetState(sites, jobs, windows, slotHours);
    RegretGreedy.place(plain, plain.free);
    LagrangeBound bound = new LagrangeBound(plain, slotHours);
    bound.startFrom(FleetSample.prices(plain, windows, slotHours));
    bound.search(plain.costOfAll());

    FleetState priced = new FleetState(sites, jobs, windows, slotHours);
    RegretGreedy.place(priced, bound.prices());
    FleetState best = isBetter(plain, priced) ? plain : priced;
    new LocalSearch(best, bound.prices()).improve();

    List<Optional<Placement>> placements = new ArrayList<>();
    List<Refusal> refusals = new ArrayList<>();
    for (int job = 0; job < jobs.size(); job++) {
      placements.add(Optional.ofNullable(best.load.get(job)));
      if (best.load.get(job) == null) {
        refusals.add(NearestOffer.refuse(best, job));
      }
    }
    double cost = best.cost();
    return new FleetPlan(placements, refusals, cost, Math.min(bound.bound(), cost));
  }

  private static boolean isBetter(FleetState one, FleetState other) {
    int refused = one.refused() - other.refused();
    return refused < 0 || (refused == 0 && one.cost() < other.cost());
  }

  private static void require(List<FleetSite> sites, List<FleetJob> jobs) {
    for (FleetJob job : jobs) {
      for (FleetJob.Option option : job.options()) {
        if (option.site() < 0 || option.site() >= sites.size()) {
          throw new PlanException(
              PlanException.Code.INVALID_JOB,
              "job " + job.work().id() + " names site " + option.site() + ", which is not there");
        }
        if (job.work().deadline() > sites.get(option.site()).slots()) {
          throw new PlanException(
              PlanException.Code.BEYOND_HORIZON,
              "job "
                  + job.work().id()
                  + " has its deadline in slot "
                  + job.work().deadline()
                  + " but the costs of site "
                  + sites.get(option.site()).id()
                  + " end with slot "
                  + (sites.get(option.site()).slots() - 1));
        }
      }
    }
  }
}
