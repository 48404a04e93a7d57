package org.skywatt.green.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.skywatt.green.intensity.IntensityHistory;
import org.skywatt.green.plan.SlotJob;

class ReplannerTest {
  private static final int BEFORE = 576;

  /** Each job runs its slots, in its window; with the truth ahead it takes the cheapest. */
  @Test
  void withTheTruthItFindsTheCheapestSlots() {
    double[] truth = {9, 3, 7, 1, 8, 2, 6};
    Replanner replanner =
        new Replanner(List.of(new SlotJob("a", 1, 7, 3), new SlotJob("b", 4, 5, 1)));
    for (int slot = 0; slot < truth.length; slot++) {
      replanner.run(slot, Arrays.copyOfRange(truth, slot, truth.length));
    }
    assertThat(replanner.slots().get(0)).containsExactly(1, 3, 5);
    assertThat(replanner.slots().get(1)).containsExactly(4);
  }

  /** With the future changed, what was decided before is the same; what comes after is not. */
  @Test
  void decisionsDoNotSeeTheFuture() {
    double[] values = new Random(3).doubles(BEFORE + 400, 100, 300).toArray();
    double[] changed = values.clone();
    for (int slot = BEFORE + 200; slot < changed.length; slot++) {
      changed[slot] = 500 - changed[slot];
    }
    List<int[]> one = decisions(values);
    List<int[]> other = decisions(changed);
    boolean differs = false;
    for (int job = 0; job < one.size(); job++) {
      assertThat(until(other.get(job), 200)).isEqualTo(until(one.get(job), 200));
      differs |= !Arrays.equals(one.get(job), other.get(job));
    }
    assertThat(differs).isTrue();
  }

  private static List<int[]> decisions(double[] values) {
    List<SlotJob> jobs = new ArrayList<>();
    for (int start = 0; start < 300; start += 10) {
      jobs.add(new SlotJob("j" + start, start, start + 60, 12));
    }
    Replanner replanner = new Replanner(jobs);
    StrictReplay.replan(new IntensityHistory(BEFORE, values, new double[0][]), List.of(replanner));
    return replanner.slots();
  }

  private static List<Integer> until(int[] slots, int end) {
    return Arrays.stream(slots).filter(slot -> slot <= end).boxed().toList();
  }
}
