package org.skywatt.serving.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.skywatt.core.forecast.QuantileLevels;
import org.skywatt.core.run.EnergyTier;
import org.skywatt.core.run.RunHeader;
import org.skywatt.green.job.Charge;
import org.skywatt.green.job.GreenPower;
import org.skywatt.green.job.JobPlan;
import org.skywatt.green.job.JobPlanner;
import org.skywatt.green.job.JobSpec;
import org.skywatt.green.job.Objective;
import org.skywatt.green.job.Outlook;
import org.skywatt.green.plan.Battery;
import org.skywatt.green.promise.Risk;

/** What plans told together when a newer run came in the middle of a step. */
class FollowedTest {
  private static final Instant START = Instant.parse("2026-06-01T06:00:00Z");
  private static final double CAPACITY_KWH = 50;

  @Test
  void aBatteryThatIsChargingWhenANewerRunComesIsNotChargedTwice() {
    PlanJson first = plan(START, spec(4), 150, 100, 0, 0);
    // The next hour has more than was forecast, and would fill an empty battery too.
    Instant middle = START.plus(Duration.ofMinutes(30));
    double charged = Followed.of(List.of(first), 100).chargedBy(middle);
    assertThat(charged).isCloseTo(CAPACITY_KWH, within(1e-9));
    PlanJson second = plan(middle, spec(3).charged(charged), 150, 150, 0, 0);
    double held = 0;
    for (Charge each : Followed.of(List.of(first, second), 100).charges()) {
      held += each.changeKwh();
      assertThat(held).isBetween(-1e-9, CAPACITY_KWH + 1e-9);
    }
    assertThat(held).isCloseTo(0, within(1e-9));
  }

  private static JobSpec spec(int hours) {
    return new JobSpec(
        START,
        START.plus(Duration.ofHours(4)),
        Duration.ofHours(hours),
        100,
        JobSpec.Interruption.NONE,
        0,
        0.5,
        Objective.GREEN,
        Risk.CHANCE,
        Optional.empty(),
        Optional.of(new Battery(CAPACITY_KWH, CAPACITY_KWH, 1, 0)));
  }

  private static PlanJson plan(Instant now, JobSpec spec, double... kw) {
    RunHeader header =
        new RunHeader(
            RunHeader.stamp(START),
            START,
            START,
            3600,
            kw.length,
            QuantileLevels.of(0.1, 0.5, 0.9),
            "test",
            1,
            EnergyTier.MODELLED,
            START.plusSeconds(3600),
            "none");
    double[] unknown = new double[kw.length];
    Arrays.fill(unknown, Double.NaN);
    GreenPower power = GreenPower.of(header, kw, new double[][] {kw, kw});
    Outlook outlook = new Outlook(power, unknown, unknown, new boolean[kw.length]);
    JobPlan plan = JobPlanner.plan(outlook, spec, now, 0.5);
    PlaceBody place = new PlaceBody(null, List.of("alpen-pv"), null, null);
    return PlanJson.of(1, now, header.runId(), place, plan);
  }
}
