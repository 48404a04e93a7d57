package org.skywatt.green.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The cheapest speeds for elastic work: steps of speed are taken by the work they add for each unit
 * of cost they add, the best first (Hanafy et al. 2023, "CarbonScaler"), along the upper hull of
 * speeds by power. Exact if a slot may be shared between two neighbouring speeds of the hull, which
 * happens in one slot at most, the last taken.
 */
public final class ElasticPlanner {
  private ElasticPlanner() {}

  /**
   * What is done in a slot.
   *
   * @param powerKw mean power, kW
   * @param work done
   */
  public record Share(double powerKw, double work) {}

  private record Step(int slot, double powerKw, double work, double cost) {
    double costOfWork() {
      return cost / work;
    }
  }

  /**
   * What the job does in each slot from its earliest to its deadline.
   *
   * @param costs of a kilowatt-hour, 0 or more
   * @throws PlanException if the work cannot be done in time even at full speed, the costs end too
   *     soon, or one is below 0
   */
  public static List<Share> plan(SlotCosts costs, ElasticJob job) {
    return plan(costs, job, new double[costs.slots()]);
  }

  /**
   * The same where some power costs nothing.
   *
   * @param freeKw power in each slot below which energy is free, kW, 0 or more, such as own green
   *     power; costs of speeds grow with power then too, so the answer stays as exact
   */
  public static List<Share> plan(SlotCosts costs, ElasticJob job, double... freeKw) {
    if (job.deadline() > costs.slots()) {
      throw new PlanException(
          PlanException.Code.BEYOND_HORIZON,
          "job " + job.id() + " has its deadline beyond the forecast; give a nearer one");
    }
    List<ElasticJob.Point> hull = hull(job);
    requireInTime(job, hull.get(hull.size() - 1).workPerSlot());
    List<Step> steps = new ArrayList<>();
    for (int slot = job.earliest(); slot < job.deadline(); slot++) {
      if (costs.get(slot) < 0) {
        throw new PlanException(
            PlanException.Code.INVALID_COST,
            "slot " + slot + " costs " + costs.get(slot) + "; elastic work needs 0 or more");
      }
      double power = 0;
      double work = 0;
      for (ElasticJob.Point point : hull) {
        double paid =
            Math.max(0, point.powerKw() - freeKw[slot]) - Math.max(0, power - freeKw[slot]);
        steps.add(
            new Step(
                slot, point.powerKw() - power, point.workPerSlot() - work, paid * costs.get(slot)));
        power = point.powerKw();
        work = point.workPerSlot();
      }
    }
    // Stable: of equal ones the soonest slot and the lowest speed come first.
    steps.sort(Comparator.comparingDouble(Step::costOfWork));
    return take(job, steps);
  }

  private static List<Share> take(ElasticJob job, List<Step> steps) {
    double[] power = new double[job.deadline() - job.earliest()];
    double[] work = new double[power.length];
    double left = job.work();
    for (Step step : steps) {
      double part = Math.min(1, left / step.work());
      power[step.slot() - job.earliest()] += part * step.powerKw();
      work[step.slot() - job.earliest()] += part * step.work();
      left -= part * step.work();
      if (left <= 1e-12 * job.work()) {
        break;
      }
    }
    List<Share> shares = new ArrayList<>();
    for (int i = 0; i < power.length; i++) {
      shares.add(new Share(power[i], work[i]));
    }
    return shares;
  }

  private static void requireInTime(ElasticJob job, double fullSpeed) {
    double most = fullSpeed * (job.deadline() - job.earliest());
    if (most < job.work() * (1 - 1e-12)) {
      throw new PlanException(
          PlanException.Code.DEADLINE_TOO_SOON,
          "job "
              + job.id()
              + " can do "
              + most
              + " of its "
              + job.work()
              + " before its deadline; the soonest deadline it can keep is slot "
              + (job.earliest() + (long) Math.ceil(job.work() / fullSpeed)));
    }
  }

  /** The speeds that no mixture of others (nor standing still) beats, by power ascending. */
  public static List<ElasticJob.Point> hull(ElasticJob job) {
    List<ElasticJob.Point> sorted = new ArrayList<>(job.points());
    sorted.sort(
        Comparator.comparingDouble(ElasticJob.Point::powerKw)
            .thenComparing(point -> -point.workPerSlot()));
    List<ElasticJob.Point> hull = new ArrayList<>();
    for (ElasticJob.Point point : sorted) {
      if (!hull.isEmpty() && point.workPerSlot() <= hull.get(hull.size() - 1).workPerSlot()) {
        continue;
      }
      while (!hull.isEmpty() && !isAbove(hull, point)) {
        hull.remove(hull.size() - 1);
      }
      hull.add(point);
    }
    return hull;
  }

  /** Whether the last point lies above the line from the one before it to {@code next}. */
  private static boolean isAbove(List<ElasticJob.Point> hull, ElasticJob.Point next) {
    ElasticJob.Point last = hull.get(hull.size() - 1);
    double power = hull.size() > 1 ? hull.get(hull.size() - 2).powerKw() : 0;
    double work = hull.size() > 1 ? hull.get(hull.size() - 2).workPerSlot() : 0;
    return (last.workPerSlot() - work) * (next.powerKw() - power)
        > (next.workPerSlot() - work) * (last.powerKw() - power);
  }
}
