package org.skywatt.green.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.skywatt.green.plan.CapacityPlanner;
import org.skywatt.green.plan.PlanException;
import org.skywatt.green.plan.SlotCosts;
import org.skywatt.green.plan.SlotJob;

/**
 * The fleet's planner against the trial of every plan, and against the exact one for equal jobs.
 */
class FleetPlannerTest {
  private static final double HALF_AN_HOUR = 0.5;

  @Test
  void isNearTheBestOfAllPlansAndKnowsHowNear() {
    double planned = 0;
    double best = 0;
    int same = 0;
    int cases = 0;
    int refusedWithoutNeed = 0;
    for (int seed = 0; seed < 400; seed++) {
      SmallFleet fleet = SmallFleet.of(new Random(seed));
      FleetPlan plan = FleetPlanner.plan(fleet.sites, fleet.jobs, HALF_AN_HOUR);
      fleet.requireKept(plan.placements());
      double exact = fleet.leastCost(HALF_AN_HOUR);
      if (Double.isInfinite(exact)) {
        assertThat(plan.refusals()).isNotEmpty();
        continue;
      }
      if (!plan.refusals().isEmpty()) {
        refusedWithoutNeed++;
        continue;
      }
      cases++;
      planned += plan.cost();
      best += exact;
      same += plan.cost() < exact + 1e-9 ? 1 : 0;
      assertThat(plan.cost()).isGreaterThan(exact - 1e-9);
      assertThat(plan.bound()).isLessThan(exact + 1e-9);
    }
    assertThat(cases).isGreaterThan(200);
    assertThat(refusedWithoutNeed).isLessThanOrEqualTo(2);
    assertThat(same).isGreaterThan(cases * 95 / 100);
    assertThat(planned / best).isLessThan(1.002);
  }

  @Test
  void equalJobsAtOneSiteCostLittleMoreThanTheExactPlan() {
    Random random = new Random(5);
    double[] costs = random.doubles(200, 100, 500).toArray();
    List<FleetJob> jobs = new ArrayList<>();
    List<SlotJob> work = new ArrayList<>();
    for (int job = 0; job < 300; job++) {
      int earliest = random.nextInt(140);
      int slots = 1 + random.nextInt(12);
      work.add(new SlotJob("j" + job, earliest, earliest + slots + random.nextInt(48), slots));
      jobs.add(job(work.get(job), 2, true, new FleetJob.Option(0, 0)));
    }
    int[] places = new int[200];
    Arrays.fill(places, 15);
    FleetPlan plan =
        FleetPlanner.plan(List.of(site("a", costs, Double.POSITIVE_INFINITY, 15)), jobs, 1);
    double exact = 0;
    for (int[] slots : CapacityPlanner.plan(SlotCosts.of(costs), work, places)) {
      for (int slot : slots) {
        exact += 2 * costs[slot];
      }
    }
    assertThat(plan.refusals()).isEmpty();
    assertThat(plan.cost()).isBetween(exact - 1e-6, 1.01 * exact);
    // The linear programme of such jobs has whole solutions, so its bound is the exact cost.
    assertThat(plan.bound()).isBetween(0.99 * exact, exact + 1e-6);
    assertThat(plan.gap()).isLessThan(0.02);
  }

  @Test
  void movesToTheGreenerSiteOnlyIfThatPaysForTheTransfer() {
    List<FleetSite> sites = List.of(site("home", flat(300), 10, 9), site("away", flat(100), 10, 9));
    assertThat(siteOf(sites, 0.5)).isEqualTo(1);
    assertThat(siteOf(sites, 50)).isZero();
  }

  private static int siteOf(List<FleetSite> sites, double transferKwh) {
    FleetJob job =
        job(
            new SlotJob("a", 0, 8, 4),
            1,
            true,
            new FleetJob.Option(0, 0),
            new FleetJob.Option(1, transferKwh));
    return FleetPlanner.plan(sites, List.of(job), 1).placements().get(0).orElseThrow().site();
  }

  @Test
  void aJobStartsWhenThoseItWaitsForHaveEnded() {
    double[] costs = {9, 1, 9, 1, 9, 1, 9, 9};
    List<FleetSite> sites = List.of(site("a", costs, 5, 5));
    FleetJob first = job(new SlotJob("first", 0, 8, 2), 1, true, new FleetJob.Option(0, 0));
    FleetJob second =
        new FleetJob(
            new SlotJob("second", 0, 8, 2),
            1,
            true,
            List.of(new FleetJob.Option(0, 0)),
            List.of(0));
    FleetPlan plan = FleetPlanner.plan(sites, List.of(first, second), 1);
    // The cheapest: slots 1 and 3, then 5 and one that costs 9.
    assertThat(plan.cost()).isCloseTo(1 + 1 + 1 + 9, within(1e-9));
    assertThat(plan.placements().get(0).orElseThrow().end())
        .isLessThanOrEqualTo(plan.placements().get(1).orElseThrow().first());
    FleetJob tight =
        new FleetJob(
            new SlotJob("tight", 0, 3, 2), 1, true, List.of(new FleetJob.Option(0, 0)), List.of(0));
    assertThatThrownBy(() -> FleetPlanner.plan(sites, List.of(first, tight), 1))
        .isInstanceOf(PlanException.class)
        .hasMessageContaining("between the jobs before and after it");
  }

  @Test
  void saysWhatItCouldOfferInstead() {
    List<FleetSite> sites = List.of(site("a", flat(100), 10, 9));
    FleetJob big = job(new SlotJob("big", 0, 4, 4), 8, true, new FleetJob.Option(0, 0));
    FleetJob late = job(new SlotJob("late", 0, 4, 2), 8, true, new FleetJob.Option(0, 0));
    FleetPlan plan = FleetPlanner.plan(sites, List.of(big, late), 1);
    assertThat(plan.refusals()).hasSize(1);
    Refusal refusal = plan.refusals().get(0);
    assertThat(refusal.deadline()).hasValue(6);
    assertThat(refusal.powerKw()).hasValue(2);
    assertThat(refusal.reason()).contains("late", "slot 6", "2.0 kW");
    assertThat(plan.gap()).isNaN();
  }

  private static double[] flat(double cost) {
    double[] costs = new double[8];
    Arrays.fill(costs, cost);
    return costs;
  }

  static FleetSite site(String id, double[] costs, double powerKw, int places) {
    double[] power = new double[costs.length];
    int[] at = new int[costs.length];
    Arrays.fill(power, powerKw);
    Arrays.fill(at, places);
    return new FleetSite(id, SlotCosts.of(costs), power, at);
  }

  static FleetJob job(SlotJob work, double kw, boolean interruptible, FleetJob.Option... options) {
    return new FleetJob(work, kw, interruptible, List.of(options), Collections.emptyList());
  }

  /** Few jobs, so that every plan can be tried. */
  private record SmallFleet(List<FleetSite> sites, List<FleetJob> jobs) {
    static SmallFleet of(Random random) {
      List<FleetSite> sites = new ArrayList<>();
      int slots = 3 + random.nextInt(4);
      for (int site = 0; site <= random.nextInt(2); site++) {
        double[] costs = random.ints(slots, 1, 30).asDoubleStream().toArray();
        sites.add(site("s" + site, costs, 2 + random.nextInt(4), 1 + random.nextInt(3)));
      }
      List<FleetJob> jobs = new ArrayList<>();
      int count = 1 + random.nextInt(4);
      for (int job = 0; job < count; job++) {
        int earliest = random.nextInt(2);
        int work = 1 + random.nextInt(slots - earliest - 1);
        int deadline = Math.min(slots, earliest + work + random.nextInt(4));
        List<FleetJob.Option> options = new ArrayList<>();
        for (int site = 0; site < sites.size(); site++) {
          options.add(new FleetJob.Option(site, site == 0 ? 0 : random.nextInt(3)));
        }
        jobs.add(
            new FleetJob(
                new SlotJob("j" + job, earliest, deadline, work),
                1 + random.nextInt(3),
                random.nextInt(3) > 0,
                options,
                List.of()));
      }
      return new SmallFleet(sites, jobs);
    }

    void requireKept(List<Optional<Placement>> placements) {
      double[][] power = new double[sites.size()][sites.get(0).slots()];
      int[][] places = new int[sites.size()][sites.get(0).slots()];
      for (int job = 0; job < jobs.size(); job++) {
        if (placements.get(job).isEmpty()) {
          continue;
        }
        Placement placement = placements.get(job).get();
        SlotJob work = jobs.get(job).work();
        assertThat(placement.slots()).hasSize(work.slots()).isSorted().doesNotHaveDuplicates();
        assertThat(placement.first()).isGreaterThanOrEqualTo(work.earliest());
        assertThat(placement.end()).isLessThanOrEqualTo(work.deadline());
        if (!jobs.get(job).interruptible()) {
          assertThat(placement.end() - placement.first()).isEqualTo(work.slots());
        }
        for (int slot : placement.slots()) {
          power[placement.site()][slot] += jobs.get(job).powerKw();
          places[placement.site()][slot]++;
          assertThat(power[placement.site()][slot])
              .isLessThanOrEqualTo(sites.get(placement.site()).powerKw()[slot] + 1e-9);
          assertThat(places[placement.site()][slot])
              .isLessThanOrEqualTo(sites.get(placement.site()).places()[slot]);
        }
      }
    }

    double leastCost(double slotHours) {
      return least(
          0,
          new double[sites.size()][sites.get(0).slots()],
          new int[sites.size()][sites.get(0).slots()],
          slotHours);
    }

    private double least(int job, double[][] power, int[][] places, double hours) {
      if (job == jobs.size()) {
        return 0;
      }
      FleetJob each = jobs.get(job);
      SlotJob work = each.work();
      double best = Double.POSITIVE_INFINITY;
      for (FleetJob.Option option : each.options()) {
        int site = option.site();
        for (int bits = 0; bits < 1 << (work.deadline() - work.earliest()); bits++) {
          int run = bits >> Integer.numberOfTrailingZeros(bits | 1 << 30);
          if (Integer.bitCount(bits) != work.slots()
              || (!each.interruptible() && (run & (run + 1)) != 0)) {
            continue;
          }
          double cost =
              option.transferKwh()
                  * sites.get(site).costs().sum(work.earliest(), work.deadline())
                  / (work.deadline() - work.earliest());
          boolean fits = true;
          for (int slot = work.earliest(); slot < work.deadline(); slot++) {
            if ((bits >> (slot - work.earliest()) & 1) != 0) {
              cost += each.powerKw() * hours * sites.get(site).costs().get(slot);
              power[site][slot] += each.powerKw();
              places[site][slot]++;
              fits &= power[site][slot] <= sites.get(site).powerKw()[slot];
              fits &= places[site][slot] <= sites.get(site).places()[slot];
            }
          }
          if (fits && cost < best) {
            best = Math.min(best, cost + least(job + 1, power, places, hours));
          }
          for (int slot = work.earliest(); slot < work.deadline(); slot++) {
            if ((bits >> (slot - work.earliest()) & 1) != 0) {
              power[site][slot] -= each.powerKw();
              places[site][slot]--;
            }
          }
        }
      }
      return best;
    }
  }
}
