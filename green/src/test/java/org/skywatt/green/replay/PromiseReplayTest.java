package org.skywatt.green.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Promises know nothing of what comes after them. */
class PromiseReplayTest {
  private static final int HOURS = 3000;
  private static final int CHANGE = 2500;

  @Test
  void whatIsPromisedDependsOnThePastAlone() {
    double[] power = power(1, 1);
    double[] changed = power(1, 0.3);
    PromiseReplay.Tally until = run(power, CHANGE - 60);
    assertThat(run(changed, CHANGE - 60)).isEqualTo(until);
    assertThat(until.made()).isGreaterThan(200);
    // The change matters once it is there.
    assertThat(run(changed, HOURS).promised()).isLessThan(run(power, HOURS).promised());
  }

  @Test
  void jobsWaitForTheWind() {
    PromiseReplay.Tally tally = run(power(2, 1), HOURS);
    assertThat(tally.outcome()).isGreaterThan(tally.atOnce() + 0.05);
    assertThat((double) tally.kept() / tally.made()).isBetween(0.87, 0.98);
  }

  private static double[] power(long seed, double later) {
    Random random = new Random(seed);
    double[] power = new double[HOURS];
    for (int hour = 0; hour < HOURS; hour++) {
      double usual = 0.5 + 0.4 * Math.sin(hour / 7.0) * Math.cos(hour / 31.0);
      power[hour] = Math.max(0, usual + 0.1 * random.nextGaussian()) * (hour < CHANGE ? 1 : later);
    }
    return power;
  }

  private static PromiseReplay.Tally run(double[] power, int end) {
    List<FarmPromises.Issue> issues = new ArrayList<>();
    Random random = new Random(9);
    for (int hour = 0; hour + 48 < end; hour += 12) {
      double[] wind = new double[48];
      for (int lead = 0; lead < wind.length; lead++) {
        int at = hour + 1 + lead;
        wind[lead] =
            10 * (0.5 + 0.4 * Math.sin(at / 7.0) * Math.cos(at / 31.0)) + random.nextGaussian();
      }
      issues.add(new FarmPromises.Issue(hour, wind));
    }
    List<PromiseReplay> replays = PromiseReplay.of(0.9);
    FarmPromises.run(issues, power, 0, 3, replays);
    return replays.get(0).tally();
  }
}
