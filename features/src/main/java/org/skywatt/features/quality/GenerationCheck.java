package org.skywatt.features.quality;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.skywatt.core.solar.Transposition;

/**
 * All checks of a series, in an order in which each can trust what went before: units, then the
 * clock, then single rows, then what hangs on the sun, then the effective capacity.
 */
public final class GenerationCheck {
  private static final double MOST = 0.999;

  private GenerationCheck() {}

  /**
   * Checks a series. Power is taken as kW, times as starts of intervals in UTC; where units or
   * clock are found wrong, the later checks look at what they would be if they were right.
   *
   * @throws IllegalArgumentException if the series is empty or has no value
   */
  public static QualityReport check(PowerSeries series, Plant plant) {
    double most = Quantile.of(MOST, series.power());
    if (Double.isNaN(most)) {
      throw new IllegalArgumentException("there is no power to check: every value is missing");
    }
    Marks marks = new Marks(series);
    List<Finding> findings = new ArrayList<>();

    double[] factors = UnitCheck.factors(series, plant.capacityKw());
    UnitCheck.find(marks, factors).ifPresent(findings::add);
    PowerSeries kw = series.with(product(series.power(), factors));
    double capacity = plant.capacityKw() > 0 ? plant.capacityKw() : Quantile.of(MOST, kw.power());

    Optional<Sky> sky = Optional.empty();
    if (plant.location().isPresent()) {
      ClockCheck.Result clock = ClockCheck.check(kw, plant.location().get(), marks);
      clock.finding().ifPresent(findings::add);
      long[] starts = difference(series.startSeconds(), clock.shiftSeconds());
      sky = Optional.of(Sky.over(starts, series.stepSeconds(), plant.location().get()));
    }
    RowChecks rows = new RowChecks(kw, capacity, marks);
    rows.missing().ifPresent(findings::add);
    rows.negative().ifPresent(findings::add);
    rows.aboveCapacity().ifPresent(findings::add);
    rows.copiedDays().ifPresent(findings::add);
    sky.flatMap(rows::night).ifPresent(findings::add);
    sky.map(rows::solarOutage).orElseGet(rows::calmOutage).ifPresent(findings::add);
    findings.addAll(new PlateauCheck(kw, capacity, sky, marks).find());
    rows.stuck().ifPresent(findings::add);

    CapacityCheck.Result levels = new CapacityCheck(kw, sky, plant.plane(), marks).check();
    findings.addAll(levels.findings());
    findings.sort(Comparator.comparing(Finding::kind));
    return report(series, capacity, levels, findings);
  }

  private static QualityReport report(
      PowerSeries series, double capacity, CapacityCheck.Result levels, List<Finding> findings) {
    int last = series.size() - 1;
    List<QualityReport.Capacity> capacities = new ArrayList<>();
    for (CapacityCheck.Stretch each : levels.stretches()) {
      capacities.add(new QualityReport.Capacity(each.from(), each.to(), capacity * each.level()));
    }
    Optional<Transposition.Plane> plane = levels.plane();
    return new QualityReport(
        series.size(),
        Instant.ofEpochSecond(series.startSeconds()[0]),
        Instant.ofEpochSecond(series.startSeconds()[last] + series.stepSeconds()),
        capacity,
        plane,
        findings,
        capacities);
  }

  private static double[] product(double[] a, double[] b) {
    double[] product = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      product[i] = a[i] * b[i];
    }
    return product;
  }

  private static long[] difference(long[] a, long[] b) {
    long[] difference = new long[a.length];
    for (int i = 0; i < a.length; i++) {
      difference[i] = a[i] - b[i];
    }
    return difference;
  }
}
