package org.skywatt.green.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Each planner against the trial of every possible plan. */
class PlannersTest {
  @Property(tries = 300)
  void oneJobEqualsBruteForce(
      @ForAll @IntRange(min = 1, max = 10) int window,
      @ForAll @IntRange(min = 0, max = 3) int earliest,
      @ForAll @IntRange(min = 1, max = 6) int work,
      @ForAll @IntRange(min = 1, max = 3) int minimumRun,
      @ForAll @IntRange(min = 1, max = 4) int maximumStarts,
      @ForAll @IntRange(min = 0, max = 3) int restart,
      @ForAll int seed) {
    if (work > window) {
      return;
    }
    SlotCosts costs = costs(earliest + window + 1, seed);
    SlotJob job = new SlotJob("a", earliest, earliest + window, work);
    RestartRules rules = new RestartRules(restart / 2.0, minimumRun, maximumStarts);
    double any = Double.POSITIVE_INFINITY;
    double oneRun = Double.POSITIVE_INFINITY;
    double ruled = Double.POSITIVE_INFINITY;
    for (int bits = 0; bits < 1 << window; bits++) {
      if (Integer.bitCount(bits) != work) {
        continue;
      }
      int[] slots = slots(bits, earliest);
      double cost = RestartPlanner.cost(costs, RestartRules.FREE, slots);
      any = Math.min(any, cost);
      int starts = RestartPlanner.starts(slots);
      oneRun = starts == 1 ? Math.min(oneRun, cost) : oneRun;
      if (starts <= maximumStarts && shortestRun(slots) >= Math.min(minimumRun, work)) {
        ruled = Math.min(ruled, RestartPlanner.cost(costs, rules, slots));
      }
    }
    int[] cheapest = CheapestSlots.choose(costs, job);
    assertThat(cheapest).hasSize(work).isSorted();
    assertThat(RestartPlanner.cost(costs, RestartRules.FREE, cheapest))
        .isCloseTo(any, within(1e-9));
    int start = ContiguousWindow.start(costs, job);
    assertThat(costs.sum(start, start + work)).isCloseTo(oneRun, within(1e-9));

    int[] planned = RestartPlanner.choose(costs, job, rules);
    assertThat(planned).hasSize(work).isSorted();
    assertThat(planned[0]).isGreaterThanOrEqualTo(earliest);
    assertThat(planned[work - 1]).isLessThan(earliest + window);
    assertThat(RestartPlanner.starts(planned)).isLessThanOrEqualTo(maximumStarts);
    assertThat(shortestRun(planned)).isGreaterThanOrEqualTo(Math.min(minimumRun, work));
    assertThat(RestartPlanner.cost(costs, rules, planned)).isCloseTo(ruled, within(1e-9));
  }

  @Property(tries = 300)
  void jobsUnderCapacityEqualBruteForce(
      @ForAll @IntRange(min = 1, max = 3) int count,
      @ForAll @IntRange(min = 1, max = 6) int slots,
      @ForAll @IntRange(min = 0, max = 2) int most,
      @ForAll int seed) {
    Random random = new Random(seed);
    SlotCosts costs = costs(slots, seed);
    int[] capacity = random.ints(slots, 0, most + 1).toArray();
    List<SlotJob> jobs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int earliest = random.nextInt(slots);
      int deadline = earliest + 1 + random.nextInt(slots - earliest);
      jobs.add(new SlotJob("j" + i, earliest, deadline, 1 + random.nextInt(deadline - earliest)));
    }
    double best = best(costs, jobs, capacity.clone(), 0);
    if (Double.isInfinite(best)) {
      assertThatThrownBy(() -> CapacityPlanner.plan(costs, jobs, capacity))
          .isInstanceOfSatisfying(
              PlanException.class,
              e -> assertThat(e.code()).isEqualTo(PlanException.Code.NO_CAPACITY));
      return;
    }
    List<int[]> plan = CapacityPlanner.plan(costs, jobs, capacity);
    double cost = 0;
    int[] used = new int[slots];
    for (int i = 0; i < count; i++) {
      assertThat(plan.get(i)).hasSize(jobs.get(i).slots()).isSorted().doesNotHaveDuplicates();
      for (int slot : plan.get(i)) {
        assertThat(slot).isBetween(jobs.get(i).earliest(), jobs.get(i).deadline() - 1);
        used[slot]++;
        cost += costs.get(slot);
      }
    }
    for (int slot = 0; slot < slots; slot++) {
      assertThat(used[slot]).isLessThanOrEqualTo(capacity[slot]);
    }
    assertThat(cost).isCloseTo(best, within(1e-9));
  }

  @Test
  void ofEqualSlotsTheSoonestAreTaken() {
    SlotCosts costs = SlotCosts.of(2, 1, 1, 1, 2);
    SlotJob job = new SlotJob("a", 0, 5, 2);
    assertThat(CheapestSlots.choose(costs, job)).containsExactly(1, 2);
    assertThat(ContiguousWindow.start(costs, job)).isEqualTo(1);
    assertThat(CapacityPlanner.plan(costs, List.of(job), 1, 1, 1, 1, 1).get(0))
        .containsExactly(1, 2);
  }

  @Test
  void saysWhyWorkCannotBePlanned() {
    assertThatThrownBy(() -> new SlotJob("a", 5, 7, 3))
        .hasMessageContaining("job a takes 3 slots but has 2 until its deadline")
        .hasMessageContaining("the soonest deadline it can keep is slot 8");
    assertThatThrownBy(() -> new SlotJob("a", 5, 4, 1)).hasMessageContaining("has 0 until");
    assertThatThrownBy(() -> new SlotJob("a", 0, 7, 0)).hasMessageContaining("at least one");
    assertThatThrownBy(() -> new SlotJob("a", -1, 7, 1)).hasMessageContaining("before the first");
    assertThatThrownBy(() -> new SlotJob("a", 0, Integer.MAX_VALUE, 1))
        .hasMessageContaining("give a nearer deadline");
    assertThatThrownBy(() -> CheapestSlots.choose(SlotCosts.of(1, 2), new SlotJob("a", 0, 3, 1)))
        .hasMessageContaining("the forecast ends with slot 1");
    assertThatThrownBy(() -> SlotCosts.of(1, Double.NaN)).hasMessageContaining("slot 1 costs NaN");
    assertThatThrownBy(() -> SlotCosts.of()).hasMessageContaining("no slot");
    assertThatThrownBy(() -> new RestartRules(-1, 1, 1)).hasMessageContaining("0 or more");
    assertThatThrownBy(() -> new RestartRules(Double.NaN, 1, 1)).hasMessageContaining("NaN");
    assertThatThrownBy(() -> new RestartRules(0, 0, 1)).hasMessageContaining("1 or more");
    assertThatThrownBy(
            () ->
                CapacityPlanner.plan(SlotCosts.of(1, 2), List.of(new SlotJob("b", 0, 2, 2)), 1, 0))
        .hasMessageContaining("job b finds room for 1 of its 2 slots");
  }

  private static double best(SlotCosts costs, List<SlotJob> jobs, int[] capacity, int next) {
    if (next == jobs.size()) {
      return 0;
    }
    SlotJob job = jobs.get(next);
    double best = Double.POSITIVE_INFINITY;
    int window = job.deadline() - job.earliest();
    for (int bits = 0; bits < 1 << window; bits++) {
      int[] slots = slots(bits, job.earliest());
      if (slots.length != job.slots() || Arrays.stream(slots).anyMatch(s -> capacity[s] == 0)) {
        continue;
      }
      int[] left = capacity.clone();
      double cost = 0;
      for (int slot : slots) {
        left[slot]--;
        cost += costs.get(slot);
      }
      best = Math.min(best, cost + best(costs, jobs, left, next + 1));
    }
    return best;
  }

  /** Whole numbers, so that equal costs are common; some are negative, as prices can be. */
  private static SlotCosts costs(int slots, int seed) {
    return SlotCosts.of(new Random(seed).ints(slots, -1, 6).asDoubleStream().toArray());
  }

  private static int[] slots(int bits, int earliest) {
    int[] slots = new int[Integer.bitCount(bits)];
    int count = 0;
    for (int slot = 0; slot < 31; slot++) {
      if ((bits & 1 << slot) != 0) {
        slots[count++] = earliest + slot;
      }
    }
    return slots;
  }

  private static int shortestRun(int[] slots) {
    int shortest = Integer.MAX_VALUE;
    int length = 1;
    for (int i = 1; i <= slots.length; i++) {
      if (i < slots.length && slots[i] == slots[i - 1] + 1) {
        length++;
      } else {
        shortest = Math.min(shortest, length);
        length = 1;
      }
    }
    return shortest;
  }
}
