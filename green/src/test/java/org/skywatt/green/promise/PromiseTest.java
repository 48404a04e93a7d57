package org.skywatt.green.promise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.skywatt.green.plan.PlanException;
import org.skywatt.green.plan.SlotJob;

/** Plans over scenarios against the trial of every plan, and promises against their word. */
class PromiseTest {
  @Test
  void plansAreNearTheBestOfAll() {
    for (Risk risk : Risk.values()) {
      double planned = 0;
      double best = 0;
      for (int seed = 0; seed < 80; seed++) {
        Scenarios scenarios = scenarios(seed);
        SlotJob job = new SlotJob("a", 1, 9, 3);
        double any = 0;
        double oneGo = 0;
        for (int bits = 0; bits < 1 << 8; bits++) {
          if (Integer.bitCount(bits) != 3) {
            continue;
          }
          double value = risk.of(scenarios.outcomes(slots(bits)), 0.2);
          any = Math.max(any, value);
          int run = bits >> Integer.numberOfTrailingZeros(bits);
          oneGo = (run & (run + 1)) == 0 ? Math.max(oneGo, value) : oneGo;
        }
        int[] slots = ChancePlanner.choose(scenarios, job, true, risk, 0.8);
        assertThat(slots).hasSize(3).isSorted();
        double found = risk.of(scenarios.outcomes(slots), 0.2);
        assertThat(found).isLessThanOrEqualTo(any + 1e-12);
        planned += found;
        best += any;
        int[] together = ChancePlanner.choose(scenarios, job, false, risk, 0.8);
        assertThat(risk.of(scenarios.outcomes(together), 0.2)).isCloseTo(oneGo, within(1e-12));
      }
      assertThat(planned / best).isGreaterThan(0.97);
    }
  }

  private static Scenarios scenarios(long seed) {
    Random random = new Random(seed);
    double[][] green = new double[20][];
    for (int i = 0; i < green.length; i++) {
      green[i] = random.doubles(9, 0, 2).toArray();
    }
    return Scenarios.ofCover(green, 1);
  }

  private static int[] slots(int bits) {
    int[] slots = new int[Integer.bitCount(bits)];
    int count = 0;
    for (int i = 0; i < 8; i++) {
      if ((bits >> i & 1) != 0) {
        slots[count++] = 1 + i;
      }
    }
    return slots;
  }

  @Test
  void valueAtRiskAndItsMeanBelow() {
    double[] outcomes = {1, 2, 3, 4, 5, 6, 7, 8, 9};
    assertThat(Risk.CHANCE.of(outcomes, 0.1)).isCloseTo(1, within(1e-12));
    assertThat(Risk.CHANCE.of(outcomes, 0.25)).isCloseTo(2.5, within(1e-12));
    // The worst third: 1, 2 and 3.
    assertThat(Risk.CONDITIONAL_VALUE_AT_RISK.of(outcomes, 1.0 / 3)).isCloseTo(2, within(1e-9));
  }

  @Test
  void promisesAreKeptAsOftenAsTheySayEvenFromScenariosThatFlatter() {
    Random random = new Random(1);
    for (double probability : new double[] {0.8, 0.9, 0.95}) {
      PromiseCalibration calibration = new PromiseCalibration(probability);
      int kept = 0;
      int made = 4000;
      for (int i = 0; i < made; i++) {
        double[] outcomes = random.doubles(50, 0.4, 1).sorted().toArray();
        // The truth is worse, and grows worse with time.
        boolean isKept =
            0.2 + 0.7 * random.nextDouble() - 0.1 * i / made >= calibration.promise(outcomes);
        calibration.settle(isKept);
        kept += isKept ? 1 : 0;
      }
      assertThat((double) kept / made).isCloseTo(probability, within(0.015));
    }
  }

  @Test
  void analogsAreThoseThatLookMostAlike() {
    Analogs analogs = new Analogs(2);
    analogs.learn(new double[] {1, 9}, new double[] {10});
    analogs.learn(new double[] {5, 0}, new double[] {50});
    analogs.learn(new double[] {2, 0}, new double[] {20});
    assertThat(analogs.like(new double[] {1.9, 0}, 0, 1))
        .isDeepEqualTo(new double[][] {{20}, {10}});
    assertThat(analogs.like(new double[] {1.9, 0}, 0, 2))
        .isDeepEqualTo(new double[][] {{20}, {50}});
  }

  @Test
  void refusesWhatCannotBe() {
    Scenarios scenarios = new Scenarios(new double[] {1, 2});
    SlotJob late = new SlotJob("late", 0, 3, 1);
    assertThatThrownBy(() -> ChancePlanner.choose(scenarios, late, true, Risk.CHANCE, 0.9))
        .isInstanceOf(PlanException.class)
        .hasMessageContaining("late");
    assertThatThrownBy(() -> ChancePlanner.choose(scenarios, late, true, Risk.CHANCE, 1))
        .hasMessageContaining("between 0 and 1");
    assertThatThrownBy(() -> new Scenarios(new double[] {Double.NaN})).hasMessageContaining("NaN");
    assertThatThrownBy(() -> new Scenarios()).hasMessageContaining("there is none");
  }
}
