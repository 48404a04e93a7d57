package org.skywatt.green.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Elastic work and batteries against the trial of every plan. */
class EnergyPlannersTest {
  @Property(tries = 200)
  void noMixtureOfSpeedsIsCheaper(
      @ForAll @IntRange(min = 1, max = 4) int slots,
      @ForAll @IntRange(min = 1, max = 3) int speeds,
      @ForAll int seed) {
    Random random = new Random(seed);
    SlotCosts costs = SlotCosts.of(random.doubles(slots, 10, 500).toArray());
    List<ElasticJob.Point> points =
        random
            .ints(speeds, 1, 10)
            .mapToObj(kw -> new ElasticJob.Point(kw, 1 + random.nextInt(8)))
            .toList();
    double most =
        slots * points.stream().mapToDouble(ElasticJob.Point::workPerSlot).max().orElseThrow();
    ElasticJob job =
        new ElasticJob("a", 0, slots, most * (0.05 + 0.9 * random.nextDouble()), points);
    List<ElasticPlanner.Share> plan = ElasticPlanner.plan(costs, job);
    double work = 0;
    double cost = 0;
    int mixed = 0;
    for (int slot = 0; slot < slots; slot++) {
      ElasticPlanner.Share share = plan.get(slot);
      work += share.work();
      cost += share.powerKw() * costs.get(slot);
      mixed +=
          share.work() == 0
                  || points.stream()
                      .anyMatch(
                          p ->
                              Math.abs(p.workPerSlot() - share.work()) < 1e-9
                                  && Math.abs(p.powerKw() - share.powerKw()) < 1e-9)
              ? 0
              : 1;
    }
    assertThat(work).isCloseTo(job.work(), within(1e-9 * job.work()));
    assertThat(mixed).isLessThanOrEqualTo(1);
    assertThat(cost).isLessThanOrEqualTo(leastOfWholeSlots(costs, job, 0, job.work()) + 1e-9);
    assertThat(cost).isGreaterThan(dualBound(costs, job) - 1e-9 * cost);
  }

  private static double leastOfWholeSlots(SlotCosts costs, ElasticJob job, int slot, double left) {
    if (left <= 1e-9) {
      return 0;
    }
    if (slot == job.deadline()) {
      return Double.POSITIVE_INFINITY;
    }
    double best = leastOfWholeSlots(costs, job, slot + 1, left);
    for (ElasticJob.Point point : job.points()) {
      best =
          Math.min(
              best,
              point.powerKw() * costs.get(slot)
                  + leastOfWholeSlots(costs, job, slot + 1, left - point.workPerSlot()));
    }
    return best;
  }

  /** The linear programme's dual, tried at every price of work at which a choice changes. */
  private static double dualBound(SlotCosts costs, ElasticJob job) {
    double bound = 0;
    for (int at = job.earliest(); at < job.deadline(); at++) {
      for (ElasticJob.Point one : job.points()) {
        for (ElasticJob.Point other : job.points()) {
          double power = one.powerKw() - (one.equals(other) ? 0 : other.powerKw());
          double work = one.workPerSlot() - (one.equals(other) ? 0 : other.workPerSlot());
          double price = costs.get(at) * power / work;
          if (!(price > 0) || Double.isInfinite(price)) {
            continue;
          }
          double value = price * job.work();
          for (int slot = job.earliest(); slot < job.deadline(); slot++) {
            double least = 0;
            for (ElasticJob.Point point : job.points()) {
              least =
                  Math.min(least, point.powerKw() * costs.get(slot) - price * point.workPerSlot());
            }
            value += least;
          }
          bound = Math.max(bound, value);
        }
      }
    }
    return bound;
  }

  @Test
  void workThatCannotBeDoneInTimeGetsTheSoonestDeadline() {
    ElasticJob job = new ElasticJob("a", 1, 4, 10, List.of(new ElasticJob.Point(3, 2)));
    assertThatThrownBy(() -> ElasticPlanner.plan(SlotCosts.of(1, 1, 1, 1), job))
        .isInstanceOf(PlanException.class)
        .hasMessageContaining("6.0 of its 10.0")
        .hasMessageContaining("slot 6");
    assertThatThrownBy(() -> new ElasticJob("a", 0, 4, -1, job.points()))
        .hasMessageContaining("work above 0");
  }

  @Test
  void aBatteryCarriesLostGreenEnergyToTheDearHours() {
    SlotCosts costs = SlotCosts.of(10, 10, 50, 50);
    double[] load = {1, 1, 4, 4};
    double[] green = {5, 5, 0, 0};
    Battery battery = new Battery(10, 10, 0.81, 0);
    double[] change = BatteryPlanner.plan(costs, load, green, battery, 1);
    // 8 kWh are needed later, 8 / 0.81 have to go in, 8 of these are left over.
    assertThat(BatteryPlanner.cost(costs, load, green, battery, change))
        .isCloseTo(10 * (8 / 0.81 - 8), within(1.0));
    assertThat(change[0] + change[1] + change[2] + change[3]).isCloseTo(0, within(1e-9));
  }

  @Property(tries = 50)
  void noScheduleOfABatteryIsCheaper(@ForAll int seed) {
    Random random = new Random(seed);
    SlotCosts costs = SlotCosts.of(random.doubles(3, 0, 100).toArray());
    double[] load = random.ints(3, 0, 5).asDoubleStream().toArray();
    double[] green = random.ints(3, 0, 5).asDoubleStream().toArray();
    Battery battery = new Battery(4, 2, 0.9, random.nextInt(5));
    double[] change = BatteryPlanner.plan(costs, load, green, battery, 1);
    double planned = BatteryPlanner.cost(costs, load, green, battery, change);
    double charge = battery.startKwh();
    for (double each : change) {
      charge += each;
      assertThat(each).isBetween(-2 - 1e-9, 2 + 1e-9);
      assertThat(charge).isBetween(-1e-9, 4 + 1e-9);
    }
    // Every tenth of a kilowatt-hour; the planner's levels lie 0.02 kWh apart.
    for (int first = -20; first <= 20; first++) {
      for (int second = -20; second <= 20; second++) {
        double one = battery.startKwh() + first / 10.0;
        double two = one + second / 10.0;
        double third = battery.startKwh() - two;
        if (one >= 0 && one <= 4 && two >= 0 && two <= 4 && Math.abs(third) <= 2) {
          assertThat(planned)
              .isLessThanOrEqualTo(
                  BatteryPlanner.cost(
                          costs, load, green, battery, first / 10.0, second / 10.0, third)
                      + 1e-9);
        }
      }
    }
  }

  @Test
  void plansChangeOnlyForAGain() {
    assertThat(Hysteresis.USUAL.replaces(100, 98)).isFalse();
    assertThat(Hysteresis.USUAL.replaces(100, 96)).isTrue();
    assertThat(Hysteresis.USUAL.replaces(-100, -102)).isFalse();
    assertThat(new Hysteresis(0).replaces(100, 100)).isFalse();
  }
}
