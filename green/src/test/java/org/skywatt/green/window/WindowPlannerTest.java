package org.skywatt.green.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.skywatt.core.forecast.QuantileLevels;
import org.skywatt.core.run.EnergyTier;
import org.skywatt.core.run.InputTier;
import org.skywatt.core.run.RunHeader;
import org.skywatt.core.run.RunSite;
import org.skywatt.core.run.SiteForecast;
import org.skywatt.core.run.StaleInput;
import org.skywatt.core.site.SiteId;

class WindowPlannerTest {
  private static final Instant START = Instant.parse("2026-06-01T00:00:00Z");
  private static final QuantileLevels LEVELS = QuantileLevels.of(0.1, 0.9);

  /** Every whole minute is tried, the energy of every minute added up one by one. */
  @Property(tries = 300)
  void equalsBruteForce(
      @ForAll @IntRange(min = 1, max = 12) int steps,
      @ForAll @IntRange(min = 1, max = 4) int stepMinutes,
      @ForAll @IntRange(min = 1, max = 30) int durationMinutes,
      @ForAll @IntRange(min = 0, max = 20) int earliest,
      @ForAll @IntRange(min = 0, max = 60) int deadline,
      @ForAll @IntRange(min = 1, max = 3) int siteCount,
      @ForAll int seed) {
    RunHeader header = header(steps, stepMinutes * 60);
    List<SiteForecast> sites = sites(header, siteCount, seed);
    PortfolioForecast forecast = PortfolioForecast.sum(header, sites);
    double[] minutes = kwhOfMinutes(header, sites);

    int best = -1;
    double bestEnergy = Double.NaN;
    for (int s = earliest; s + durationMinutes <= Math.min(deadline, minutes.length); s++) {
      double energy = 0;
      for (int m = s; m < s + durationMinutes; m++) {
        energy += minutes[m];
      }
      if (!Double.isNaN(energy) && (best < 0 || energy > bestEnergy + 1e-6)) {
        best = s;
        bestEnergy = energy;
      }
    }
    if (best < 0) {
      assertThatThrownBy(() -> plan(forecast, earliest, deadline, durationMinutes))
          .isInstanceOf(WindowException.class);
      return;
    }
    WindowPlan plan = plan(forecast, earliest, deadline, durationMinutes);
    GreenWindow first = plan.windows().get(0);
    assertThat(first.meanKwh()).isCloseTo(bestEnergy, within(2e-6));
    for (int i = 0; i < plan.windows().size(); i++) {
      GreenWindow each = plan.windows().get(i);
      assertThat(Duration.between(each.start(), each.end()))
          .isEqualTo(Duration.ofMinutes(durationMinutes));
      assertThat(each.start()).isAfterOrEqualTo(START.plusSeconds(60L * earliest));
      assertThat(each.end()).isBeforeOrEqualTo(START.plusSeconds(60L * deadline));
      assertThat(each.quantilesKwh()).isSorted();
      for (GreenWindow other : plan.windows().subList(0, i)) {
        assertThat(each.start().isBefore(other.end()) && other.start().isBefore(each.end()))
            .isFalse();
        assertThat(each.meanKwh()).isLessThanOrEqualTo(other.meanKwh() + 2e-6);
      }
    }
  }

  /** 2 sites of 1000 and 500 kW: half power in hour 1, full in hour 2, nothing in hour 0. */
  @Test
  void energyOfAnOddWindowIsProportional() {
    RunHeader header = header(3, 3600);
    List<SiteForecast> sites = List.of(site("a", 1000, 0, 0.5, 1), site("b", 500, 0, 0.5, 1));
    PortfolioForecast forecast = PortfolioForecast.sum(header, sites);
    WindowPlan plan = plan(forecast, 0, 180, 90);
    GreenWindow best = plan.windows().get(0);
    assertThat(best.start()).isEqualTo(START.plusSeconds(90 * 60));
    assertThat(best.meanKwh()).isCloseTo(1500 + 0.5 * 750, within(0.1));
    assertThat(plan.now().start()).isEqualTo(START);
    assertThat(plan.now().meanKwh()).isCloseTo(0.5 * 750, within(0.1));
    assertThat(best.quantilesKwh()[0]).isCloseTo(best.meanKwh() / 2, within(0.2));
    // The second best does not overlap the best.
    assertThat(plan.windows().get(1).end()).isBeforeOrEqualTo(best.start());
  }

  @Test
  void ofEqualWindowsTheSoonestIsFirst() {
    RunHeader header = header(4, 3600);
    PortfolioForecast forecast =
        PortfolioForecast.sum(header, List.of(site("a", 10, 0.3, 0.3, 0.3, 0.3)));
    assertThat(plan(forecast, 30, 240, 60).windows().get(0).start())
        .isEqualTo(START.plusSeconds(1800));
  }

  @Test
  void windowsWithMissingStepsAreNotOffered() {
    RunHeader header = header(4, 3600);
    PortfolioForecast forecast =
        PortfolioForecast.sum(header, List.of(site("a", 10, 0.3, Double.NaN, 0.1, 0.1)));
    assertThat(plan(forecast, 0, 240, 60).windows())
        .extracting(GreenWindow::start)
        .containsExactly(START, START.plusSeconds(7200), START.plusSeconds(10800));
    assertThatThrownBy(() -> plan(forecast, 0, 240, 180))
        .hasMessageContaining("the forecast is missing in every window");
    assertThat(plan(forecast, 0, 240, 120).now().meanKwh()).isNaN();
  }

  @Test
  void refusesImpossibleRequests() {
    RunHeader header = header(4, 3600);
    PortfolioForecast forecast =
        PortfolioForecast.sum(header, List.of(site("a", 10, 0.3, 0.3, 0.3, 0.3)));
    expect(WindowException.Code.INVALID_DURATION, () -> plan(forecast, 0, 240, 0));
    expect(WindowException.Code.INVALID_DURATION, () -> plan(forecast, 0, 240, -60));
    expect(WindowException.Code.DEADLINE_TOO_SOON, () -> plan(forecast, 200, 240, 60));
    expect(WindowException.Code.DEADLINE_TOO_SOON, () -> plan(forecast, 0, 240, 1 << 30));
    expect(WindowException.Code.BEYOND_FORECAST, () -> plan(forecast, 200, 1000, 60));
    expect(WindowException.Code.BEYOND_FORECAST, () -> plan(forecast, 0, 1000, 300));
    expect(
        WindowException.Code.DEADLINE_TOO_SOON,
        () -> new WindowRequest(START, START, Instant.MIN, Duration.ofSeconds(Long.MAX_VALUE), 1));
    expect(
        WindowException.Code.BEYOND_FORECAST,
        () ->
            WindowPlanner.plan(
                forecast,
                new WindowRequest(
                    START, START, Instant.MAX, Duration.ofSeconds(Long.MAX_VALUE / 4096), 1)));
    expect(
        WindowException.Code.INVALID_TOP,
        () -> new WindowRequest(START, START, START.plusSeconds(9), Duration.ofSeconds(1), 0));
    assertThatThrownBy(() -> PortfolioForecast.sum(header, List.of()))
        .hasMessageContaining("at least one site");
  }

  private static void expect(WindowException.Code code, Runnable request) {
    assertThatThrownBy(request::run)
        .isInstanceOfSatisfying(
            WindowException.class, each -> assertThat(each.code()).isEqualTo(code));
  }

  private static WindowPlan plan(
      PortfolioForecast forecast, int earliest, int deadline, int duration) {
    return WindowPlanner.plan(
        forecast,
        new WindowRequest(
            START,
            START.plusSeconds(60L * earliest),
            START.plusSeconds(60L * deadline),
            Duration.ofMinutes(duration),
            3));
  }

  private static double[] kwhOfMinutes(RunHeader header, List<SiteForecast> sites) {
    int perStep = header.stepSeconds() / 60;
    double[] minutes = new double[header.steps() * perStep];
    for (int m = 0; m < minutes.length; m++) {
      for (SiteForecast site : sites) {
        minutes[m] += site.mean(m / perStep) * site.site().capacityKw() / 60;
      }
    }
    return minutes;
  }

  private static RunHeader header(int steps, int stepSeconds) {
    return new RunHeader(
        RunHeader.stamp(START),
        START,
        START,
        stepSeconds,
        steps,
        LEVELS,
        "test",
        0,
        EnergyTier.CONSTANT,
        START.plusSeconds(3600),
        "none");
  }

  private static List<SiteForecast> sites(RunHeader header, int count, int seed) {
    Random random = new Random(seed);
    List<SiteForecast> sites = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double[] mean = new double[header.steps()];
      for (int step = 0; step < mean.length; step++) {
        mean[step] = random.nextInt(20) == 0 ? Double.NaN : random.nextInt(4) / 4.0;
      }
      sites.add(site("s" + i, 1 + random.nextInt(1000), mean));
    }
    return sites;
  }

  /** Quantiles are half of the mean and the mean. */
  private static SiteForecast site(String id, double capacity, double... mean) {
    double[][] quantiles = new double[mean.length][];
    for (int step = 0; step < mean.length; step++) {
      quantiles[step] = new double[] {mean[step] / 2, mean[step]};
    }
    RunSite site =
        new RunSite(
            new SiteId(id),
            "org",
            capacity,
            capacity,
            InputTier.FULL,
            EnumSet.noneOf(StaleInput.class));
    return SiteForecast.of(site, LEVELS, mean, quantiles);
  }
}
