package org.skywatt.green.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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
import org.skywatt.green.plan.Battery;
import org.skywatt.green.plan.ElasticJob;
import org.skywatt.green.promise.Risk;

/** Speeds, batteries, places and courses that hang together, against values worked out by hand. */
class JobChoicesTest {
  private static final Instant START = Instant.parse("2026-06-01T06:00:00Z");
  private static final List<ElasticJob.Point> SPEEDS =
      List.of(new ElasticJob.Point(10, 10), new ElasticJob.Point(30, 15));

  @Test
  void elasticWorkRunsFastOnlyWhereThatIsGreen() {
    // 40 of work: 10 an hour, or 15 at three times the power. Green: 10, 30, 0, 10 kW.
    JobPlan plan = plan(power(10, 30, 0, 10), elastic(35, 4));
    assertThat(plan.segments())
        .containsExactly(
            new Segment(hour(0), hour(1), 10),
            new Segment(hour(1), hour(2), 30),
            new Segment(hour(3), hour(4), 10));
    assertThat(plan.promisedShare()).isCloseTo(1, within(1e-9));
    assertThat(plan.segments().stream().mapToDouble(Segment::kwh).sum())
        .isCloseTo(50, within(1e-9));
    assertThat(plan.explanation()).contains("at 10.00 to 30.00 kW");
    // The rest of 40 is done slowly in the third hour: half of it at 10 kW.
    JobPlan more = plan(power(10, 30, 0, 10), elastic(40, 4));
    assertThat(more.segments())
        .contains(new Segment(hour(2), hour(2).plus(Duration.ofMinutes(30)), 10));
    assertThat(more.promisedShare()).isCloseTo(50.0 / 55, within(1e-9));
    assertThat(plan(power(10, 30, 0, 10), elastic(61, 5))).isNull();
  }

  @Test
  void aWastefulSpeedIsNotCheapBecauseItDrawsMore() {
    // No green power: 10 an hour takes 1 kWh a unit of work, 15 an hour takes 2.
    double slow = plan(power(0, 0, 0, 0), elastic(20, 4)).cost();
    double fast = plan(power(0, 0), elastic(20, 2)).cost();
    double faster = plan(power(0, 0), elastic(28, 2)).cost();
    assertThat(slow).isEqualTo(fast);
    // By the 56 kWh that all of it takes at full speed: 20 slowly, 8 more at 4 kWh each.
    assertThat(faster).isCloseTo((20 + 8 * 4) / 56.0, within(1e-9));
  }

  @Test
  void aPlanThatKeepsThePromiseGoesBeforeACheaperOne() {
    Worth keeps = new Worth(0.9, 0.9, 100, 100, new JobPlan.Carbon(0, 0));
    Worth cheaper = new Worth(0.5, 0.5, 50, 50, new JobPlan.Carbon(0, 0));
    assertThat(keeps.isBetterThan(cheaper, 0.8)).isTrue();
    assertThat(cheaper.isBetterThan(keeps, 0.8)).isFalse();
    assertThat(cheaper.isBetterThan(keeps, 0.4)).isTrue();
  }

  @Test
  void closedStepsAreNotUsedAtAnySpeed() {
    GreenPower power = power(10, 30, 0, 10);
    double[] none = new double[4];
    boolean[] closed = {false, true, false, false};
    JobPlan plan =
        JobPlanner.plan(new Outlook(power, none, none, closed), elastic(30, 4), START, 0.5);
    assertThat(plan.segments()).noneMatch(each -> each.within(hour(1), hour(2)).toMinutes() > 0);
    assertThat(JobPlanner.plan(new Outlook(power, none, none, closed), elastic(50, 4), START, 0.5))
        .isNull();
  }

  @Test
  void aBatteryCarriesGreenPowerToTheJob() {
    JobSpec alone = spec(4, 2, 100);
    GreenPower power = power(200, 100, 0, 0);
    JobSpec late = alone.within(hour(1), hour(4), Duration.ofHours(2));
    assertThat(plan(power, late).promisedShare()).isCloseTo(0.5, within(1e-9));
    // 100 kWh of the first hour are stored; 81 come out of it in the third.
    JobSpec stored = with(alone, new Battery(100, 100, 0.81, 0));
    JobPlan plan = plan(power(300, 0, 0, 0), stored);
    assertThat(plan.promisedShare()).isCloseTo(0.95, within(0.006));
    assertThat(plan.battery()).hasSize(2);
    assertThat(plan.battery().stream().mapToDouble(Charge::changeKwh).sum())
        .isCloseTo(0, within(1e-9));
    assertThat(plan.explanation()).contains("by the battery");
    double kept =
        JobPlanner.kept(
                alone(power(300, 0, 0, 0)), stored, plan.segments(), plan.battery(), START, 0.5)
            .cost();
    assertThat(kept).isCloseTo(plan.cost(), within(1e-9));
  }

  @Test
  void theSettlementCountsWhatTheBatteryGave() {
    JobSpec spec = spec(4, 2, 100);
    List<Segment> plan = List.of(new Segment(hour(0), hour(2), 100));
    List<Settlement.Metered> meter = List.of(new Settlement.Metered(hour(0), hour(2), 200));
    double[] battery = {100, -90, 0, 0};
    Settlement settled =
        Settlement.of(spec, plan, meter, START, 3600, battery, new double[] {300, 0, 0, 0});
    assertThat(settled.greenKwh()).isCloseTo(190, within(1e-9));
    assertThat(settled.actualKwh()).isCloseTo(200, within(1e-9));
    // From the grid it was charged: 100 of 150 kWh that are drawn in the first hour.
    Settlement grid =
        Settlement.of(spec, plan, meter, START, 3600, battery, new double[] {50, 0, 0, 0});
    assertThat(grid.greenKwh()).isCloseTo(-50 + 90, within(1e-9));
  }

  @Test
  void thePlaceIsWhereWorkAndTransferTogetherCostLeast() {
    JobSpec spec = spec(4, 2, 100);
    Place home = new Place("home", alone(power(40, 40, 40, 40)), 0);
    Place coast = new Place("coast", alone(power(0, 100, 100, 0)), 50);
    Places.Placed placed = Places.plan(List.of(home, coast), spec, START, 0.5);
    assertThat(placed.place()).isEqualTo(1);
    // Nothing of the work, and a quarter of a kilowatt-hour of transfer for each of its own.
    assertThat(placed.plan().cost()).isCloseTo(0.25, within(1e-9));
    assertThat(placed.plan().explanation()).contains("Of 2 places coast costs least", "50.0 kWh");
    Place far = new Place("far", coast.outlook(), 150);
    assertThat(Places.plan(List.of(home, far), spec, START, 0.5).place()).isZero();
    assertThat(
            Places.kept(
                    List.of(home, coast), 1, spec, placed.plan().segments(), List.of(), START, 0.5)
                .cost())
        .isCloseTo(0.25, within(1e-9));
  }

  @Test
  void aPlaceWithoutASignalIsLeftOutAndNamed() {
    double[] known = {500, 100, 300, 300};
    GreenPower dark = power(0, 0, 0, 0);
    Place home = new Place("home", alone(dark), 0);
    Place coast = new Place("coast", new Outlook(dark, known, known, new boolean[4]), 0);
    Place hill =
        new Place("hill", new Outlook(dark, known, alone(dark).pricePerMwh(), new boolean[4]), 0);
    JobSpec carbon = minding(Objective.CARBON);
    Places.Placed placed = Places.plan(List.of(home, coast), carbon, START, 0.5);
    assertThat(placed.place()).isEqualTo(1);
    assertThat(placed.plan().segments().get(0).start()).isEqualTo(hour(1));
    assertThat(placed.plan().explanation())
        .contains("coast alone can be weighed; not known: home (carbon intensity)");
    assertThat(
            Places.plan(List.of(home, hill, coast), minding(Objective.MIXED), START, 0.5).place())
        .isEqualTo(2);
    assertThat(Places.offer(List.of(home, coast), carbon, START, 0.5, placed).green()).isZero();
    assertThatThrownBy(() -> Places.plan(List.of(home, hill), minding(Objective.PRICE), START, 0.5))
        .isInstanceOf(JobException.class)
        .hasMessageContaining("the grid's price")
        .hasMessageContaining("at home, hill; name a zone");
  }

  private static JobSpec minding(Objective objective) {
    return new JobSpec(
        START,
        hour(4),
        Duration.ofHours(1),
        100,
        JobSpec.Interruption.NONE,
        0,
        0.5,
        objective,
        Risk.CHANCE);
  }

  @Test
  void theLeastWorkThatThereIsIsPlanned() {
    List<ElasticJob.Point> tiny = List.of(new ElasticJob.Point(1e-7, 1));
    assertThatThrownBy(() -> new ElasticWork(1e-9, tiny))
        .isInstanceOf(JobException.class)
        .hasMessageContaining("give more");
    // A second of an hour at a tenth of a milliwatt.
    JobPlan plan = plan(power(0, 0), elastic(new ElasticWork(1 / 3600.0, tiny), 2));
    assertThat(plan.segments()).containsExactly(new Segment(hour(0), hour(0).plusSeconds(1), 1e-7));
  }

  @Test
  void promisesCountOnCoursesThatHangTogether() {
    // Two plants of which always one gives 100 kW: alone neither promises, together both do.
    double[][] one = new double[200][2];
    double[][] both = new double[200][2];
    for (int i = 0; i < one.length; i++) {
      Arrays.fill(one[i], i % 2 * 100);
      Arrays.fill(both[i], 100);
    }
    JobSpec spec = spec(2, 1, 100);
    GreenPower alone = GreenPower.of(header(2), new double[] {50, 50}, one);
    GreenPower together = GreenPower.of(header(2), new double[] {100, 100}, both);
    assertThat(JobPlanner.plan(alone(alone), spec, START, 0.1).promisedShare()).isZero();
    assertThat(JobPlanner.plan(alone(together), spec, START, 0.1).promisedShare()).isEqualTo(1);
    // Hours that take turns: half is certain of both, though of each hour nothing is.
    for (int i = 0; i < one.length; i++) {
      one[i][0] = i % 2 * 100;
      one[i][1] = 100 - one[i][0];
    }
    JobPlan turns = JobPlanner.plan(alone(alone), spec(2, 2, 100), START, 0.1);
    assertThat(turns.promisedShare()).isCloseTo(0.5, within(1e-9));
  }

  @Test
  void refusesWhatCannotBe() {
    assertThatThrownBy(() -> new ElasticWork(0, SPEEDS)).hasMessageContaining("work 0.0");
    assertThatThrownBy(() -> new ElasticWork(1, List.of())).hasMessageContaining("0 speeds");
    assertThatThrownBy(() -> new ElasticWork(1, List.of(new ElasticJob.Point(-1, 5))))
        .isInstanceOf(JobException.class)
        .hasMessageContaining("give both above 0");
  }

  private static JobPlan plan(GreenPower power, JobSpec spec) {
    return JobPlanner.plan(alone(power), spec, START, 0.5);
  }

  private static JobSpec elastic(double work, int hours) {
    return elastic(new ElasticWork(work, SPEEDS), hours);
  }

  private static JobSpec elastic(ElasticWork elastic, int hours) {
    return new JobSpec(
        START,
        hour(hours),
        elastic.shortest(),
        elastic.powerKw(),
        new JobSpec.Interruption(true, Duration.ZERO, 0, Integer.MAX_VALUE),
        0,
        0.5,
        Objective.GREEN,
        Risk.CHANCE,
        Optional.of(elastic),
        Optional.empty());
  }

  private static JobSpec with(JobSpec spec, Battery battery) {
    return new JobSpec(
        spec.earliest(),
        spec.deadline(),
        spec.duration(),
        spec.powerKw(),
        spec.interruption(),
        0,
        0.5,
        Objective.GREEN,
        Risk.CHANCE,
        Optional.empty(),
        Optional.of(battery));
  }

  private static JobSpec spec(int hours, int duration, double kw) {
    return new JobSpec(
        START,
        hour(hours),
        Duration.ofHours(duration),
        kw,
        JobSpec.Interruption.NONE,
        0,
        0.5,
        Objective.GREEN,
        Risk.CHANCE);
  }

  private static Instant hour(int hour) {
    return START.plus(Duration.ofHours(hour));
  }

  private static Outlook alone(GreenPower power) {
    double[] unknown = new double[power.steps()];
    Arrays.fill(unknown, Double.NaN);
    return new Outlook(power, unknown, unknown, new boolean[power.steps()]);
  }

  /** Green power that is certain. */
  private static GreenPower power(double... kw) {
    return GreenPower.of(header(kw.length), kw, new double[][] {kw.clone(), kw.clone()});
  }

  private static RunHeader header(int steps) {
    return new RunHeader(
        RunHeader.stamp(START),
        START,
        START,
        3600,
        steps,
        QuantileLevels.of(0.1, 0.5, 0.9),
        "test",
        1,
        EnergyTier.MODELLED,
        START.plusSeconds(3600),
        "none");
  }
}
