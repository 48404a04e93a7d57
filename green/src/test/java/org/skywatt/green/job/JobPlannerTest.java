package org.skywatt.green.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.skywatt.core.forecast.QuantileLevels;
import org.skywatt.core.run.EnergyTier;
import org.skywatt.core.run.RunHeader;
import org.skywatt.green.promise.Risk;

/** A plant of 100 kW that gives 0, 20, 80, 100, 60, 0 kW hour by hour, half of it for certain. */
class JobPlannerTest {
  private static final Instant START = Instant.parse("2026-06-01T06:00:00Z");

  /** All steps depend on each other fully; so many that they stand at levels of half per cents. */
  private static final int COURSES = 199;

  private static final double[] MEDIAN = {0, 0.2, 0.8, 1, 0.6, 0};

  @Test
  void runsInTheGreenestHoursAndSaysWhy() {
    JobPlan plan = plan(spec(6, 2, 50, JobSpec.Interruption.NONE, 0.9));
    // At level 0.1 half of the median: 40 and 50 of 50 kW.
    assertThat(plan.segments()).containsExactly(new Segment(hour(2), hour(4), 50));
    assertThat(plan.promisedShare()).isCloseTo((0.8 + 1) / 2, within(1e-3));
    // The mean over the courses: 0.93 and 0.95 there, 0 and 0.33 at once.
    assertThat(plan.expectedShare()).isCloseTo(0.94, within(5e-3));
    assertThat(plan.nowShare()).isCloseTo(0.165, within(5e-3));
    assertThat(plan.explanation()).contains("94%", "against 17% at once", "08:00");
  }

  @Test
  void interruptedWorkUsesTheBestHoursAndEndsWithinItsLastStep() {
    JobSpec spec =
        job(
            hour(6),
            Duration.ofMinutes(150),
            100,
            new JobSpec.Interruption(true, Duration.ZERO, 0, 9),
            0,
            0.5);
    JobPlan plan = plan(spec);
    assertThat(plan.segments())
        .containsExactly(new Segment(hour(2), hour(4).plus(Duration.ofMinutes(30)), 100));
    JobPlan expensive =
        plan(
            job(
                hour(6),
                Duration.ofHours(3),
                100,
                new JobSpec.Interruption(true, Duration.ofHours(2), 5, 9),
                0,
                0.5));
    assertThat(expensive.segments()).hasSize(1);
  }

  @Test
  void offersWhatComesNearest() {
    JobSpec asked = spec(3, 2, 80, JobSpec.Interruption.NONE, 0.9);
    JobPlan best = plan(asked);
    assertThat(best.promisedShare()).isLessThan(0.9);
    JobOffer offer = JobPlanner.offer(alone(power()), asked, START, 0.1, best);
    assertThat(offer.green()).isCloseTo(best.promisedShare(), within(1e-3));
    assertThat(offer.deadline()).isNull();
    JobSpec less = job(hour(3), Duration.ofHours(2), 50, JobSpec.Interruption.NONE, 0.85, 0.9);
    JobOffer later = JobPlanner.offer(alone(power()), less, START, 0.1, plan(less));
    assertThat(later.deadline()).isEqualTo(hour(4));
    assertThat(plan(less.within(START, later.deadline(), less.duration())).promisedShare())
        .isGreaterThanOrEqualTo(0.85);
  }

  @Test
  void whatDoesNotFitIsNotPlanned() {
    assertThat(
            JobPlanner.plan(
                alone(power()), spec(6, 2, 50, JobSpec.Interruption.NONE, 0.9), hour(5), 0.1))
        .isNull();
    JobPlan shared =
        JobPlanner.plan(
            alone(power().less(0, 0, 80, 100, 0, 0)),
            spec(6, 1, 50, JobSpec.Interruption.NONE, 0.5),
            START,
            0.5);
    assertThat(shared.segments()).containsExactly(new Segment(hour(4), hour(5), 50));
  }

  @Test
  void refusesWhatNoJobCanBe() {
    assertThatThrownBy(() -> spec(1, 2, 50, JobSpec.Interruption.NONE, 0.9))
        .isInstanceOf(JobException.class)
        .hasMessageContaining("give a later deadline");
    assertThatThrownBy(() -> spec(6, 2, -1, JobSpec.Interruption.NONE, 0.9))
        .hasMessageContaining("power -1.0 kW must be above 0");
    assertThatThrownBy(() -> spec(24 * 365, 2, 50, JobSpec.Interruption.NONE, 0.9))
        .hasMessageContaining("31 days");
    assertThatThrownBy(() -> spec(6, 2, 50, JobSpec.Interruption.NONE, 1))
        .hasMessageContaining("probability 1.0");
  }

  @Test
  void carbonAndPriceMoveWhatGreenPowerDoesNotCover() {
    JobSpec green = spec(6, 1, 200, JobSpec.Interruption.NONE, 0.5);
    double[] grams = {500, 500, 500, 500, 500, 40};
    double[] price = {-20, 90, 90, 90, 90, Double.NaN};
    Outlook outlook = new Outlook(power(), grams, price, new boolean[6]);
    assertThat(start(outlook, green)).isEqualTo(hour(3));
    // 200 kW: at most half is green, so 250 g there against 40 g at the end.
    JobPlan carbon = JobPlanner.plan(outlook, with(green, Objective.CARBON), START, 0.5);
    assertThat(carbon.segments().get(0).start()).isEqualTo(hour(5));
    assertThat(carbon.carbon().location()).isEqualTo(40);
    assertThat(carbon.carbon().market()).isEqualTo(40);
    assertThat(carbon.explanation()).contains("40.00 g of CO2 a kWh, against 500.00 at once");
    assertThat(start(outlook, with(green, Objective.PRICE))).isEqualTo(START);
    assertThatThrownBy(
            () -> JobPlanner.plan(alone(power()), with(green, Objective.MIXED), START, 0.5))
        .isInstanceOf(JobException.class)
        .hasMessageContaining("name a zone");
  }

  @Test
  void closedStepsAreNotUsed() {
    boolean[] closed = {false, false, false, true, false, false};
    double[] none = {0, 0, 0, 0, 0, 0};
    Outlook outlook = new Outlook(power(), none, none, closed);
    assertThat(start(outlook, spec(6, 1, 100, JobSpec.Interruption.NONE, 0.5))).isEqualTo(hour(2));
    assertThat(
            JobPlanner.plan(outlook, spec(6, 4, 100, JobSpec.Interruption.NONE, 0.5), START, 0.5))
        .isNull();
  }

  @Test
  void theMeanOfTheWorstCasesIsLessThanTheirLimit() {
    JobSpec chance = spec(6, 1, 200, JobSpec.Interruption.NONE, 0.9);
    JobSpec tail =
        new JobSpec(
            START,
            chance.deadline(),
            chance.duration(),
            200,
            JobSpec.Interruption.NONE,
            0,
            0.9,
            Objective.GREEN,
            Risk.CONDITIONAL_VALUE_AT_RISK);
    // Below the level 0.1 green power falls to 0 in proportion, so the mean is half of 50 of 200.
    assertThat(plan(chance).promisedShare()).isCloseTo(0.25, within(1e-3));
    assertThat(plan(tail).promisedShare()).isCloseTo(0.125, within(0.01));
  }

  private static Instant start(Outlook outlook, JobSpec spec) {
    return JobPlanner.plan(outlook, spec, START, 0.5).segments().get(0).start();
  }

  private static JobSpec with(JobSpec spec, Objective objective) {
    return new JobSpec(
        spec.earliest(),
        spec.deadline(),
        spec.duration(),
        spec.powerKw(),
        spec.interruption(),
        spec.green(),
        spec.probability(),
        objective,
        Risk.CHANCE);
  }

  @Test
  void settlesAgainstTheMeter() {
    JobSpec spec = spec(6, 2, 60, JobSpec.Interruption.NONE, 0.9);
    List<Segment> plan = List.of(new Segment(hour(2), hour(4), 60));
    // It ran an hour late, and drew a little more.
    List<Settlement.Metered> meter =
        List.of(
            new Settlement.Metered(hour(3), hour(4), 62),
            new Settlement.Metered(hour(4), hour(5), 60));
    Settlement settled =
        Settlement.of(
            spec, plan, meter, START, 3600, new double[6], new double[] {0, 10, 40, 100, 30, 0});
    assertThat(settled.plannedKwh()).isCloseTo(120, within(1e-9));
    assertThat(settled.actualKwh()).isCloseTo(122, within(1e-9));
    assertThat(settled.greenKwh()).isCloseTo(62 + 30, within(1e-9));
    assertThat(settled.plannedGreenKwh()).isCloseTo(40 + 60, within(1e-9));
    assertThat(settled.oracleGreenKwh()).isCloseTo(60 + 40, within(1e-9));
    assertThat(settled.atOnceGreenKwh()).isCloseTo(0 + 10, within(1e-9));
    assertThat(settled.regretKwh()).isCloseTo(8, within(1e-9));
    assertThat(settled.forecastShare()).isCloseTo(0, within(1e-9));
    assertThat(settled.steps())
        .containsExactly(
            new Settlement.Step(hour(3), hour(4), 62, 62),
            new Settlement.Step(hour(4), hour(5), 60, 30));
  }

  /** Nothing is known of the grid, and there is room in every step. */
  private static Outlook alone(GreenPower power) {
    double[] unknown = new double[power.steps()];
    Arrays.fill(unknown, Double.NaN);
    return new Outlook(power, unknown, unknown, new boolean[power.steps()]);
  }

  private static JobPlan plan(JobSpec spec) {
    return JobPlanner.plan(alone(power()), spec, START, 1 - spec.probability());
  }

  private static JobSpec spec(
      int hours, int duration, double kw, JobSpec.Interruption how, double probability) {
    return job(hour(hours), Duration.ofHours(duration), kw, how, 0.95, probability);
  }

  private static JobSpec job(
      Instant deadline,
      Duration duration,
      double kw,
      JobSpec.Interruption how,
      double green,
      double probability) {
    return new JobSpec(
        START, deadline, duration, kw, how, green, probability, Objective.GREEN, Risk.CHANCE);
  }

  private static Instant hour(int hour) {
    return START.plus(Duration.ofHours(hour));
  }

  private static GreenPower power() {
    QuantileLevels levels = QuantileLevels.of(0.1, 0.5, 0.9);
    RunHeader header =
        new RunHeader(
            RunHeader.stamp(START),
            START,
            START,
            3600,
            MEDIAN.length,
            levels,
            "test",
            1,
            EnergyTier.MODELLED,
            START.plusSeconds(3600),
            "none");
    double[][] courses = new double[COURSES][MEDIAN.length];
    for (int i = 0; i < COURSES; i++) {
      for (int step = 0; step < MEDIAN.length; step++) {
        courses[i][step] = 100 * MEDIAN[step] * share((i + 1.0) / (COURSES + 1), levels);
      }
    }
    return GreenPower.of(
        header, Arrays.stream(MEDIAN).map(share -> 100 * share).toArray(), courses);
  }

  /** Of the median at a level: half of it at the lowest of the run's, and never more than it. */
  private static double share(double level, QuantileLevels levels) {
    double lowest = levels.get(0);
    return level <= lowest
        ? 0.5 * level / lowest
        : Math.min(1, 0.5 + 0.5 * (level - lowest) / (levels.get(1) - lowest));
  }
}
