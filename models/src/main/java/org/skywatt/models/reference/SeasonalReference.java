package org.skywatt.models.reference;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.skywatt.core.forecast.QuantileLevels;
import org.skywatt.models.baseline.Baselines;
import org.skywatt.models.baseline.EmpiricalQuantiles;
import org.skywatt.models.train.TrainingRow;

/**
 * What a site gave at this time of the day (UTC), within 45 days of this date of any year: its
 * percentiles, or their mean as a point forecast.
 */
final class SeasonalReference extends Reference {
  private static final long serialVersionUID = 1L;

  private static final int REACH_DAYS = 45;
  private static final int LEAST = 5;
  private static final int YEAR_DAYS = 365;

  private final boolean mean;

  private record Time(String siteId, int secondOfDay) {}

  private record Cell(Time time, int dayOfYear) {}

  private record Outcome(int dayOfYear, double fraction) {}

  /**
   * @param mean whether it is the mean alone
   */
  SeasonalReference(String schema, boolean solar, boolean mean) {
    super(mean ? "climatology" : "quantile-climatology", schema, solar);
    this.mean = mean;
  }

  @Override
  Rule fit(List<TrainingRow> past) {
    Map<Time, Map<Instant, Outcome>> outcomes = new HashMap<>();
    for (TrainingRow row : past) {
      if (!Double.isNaN(row.label())) {
        Outcome outcome =
            new Outcome(dayOfYear(row.validTime()), Math.min(Math.max(row.label(), 0), 1));
        outcomes.computeIfAbsent(time(row), any -> new HashMap<>()).put(row.validTime(), outcome);
      }
    }
    Map<Cell, double[]> known = new HashMap<>();
    double[] nothing = new double[0];
    return row -> {
      Cell cell = new Cell(time(row), dayOfYear(row.validTime()));
      double[] percentiles =
          known.computeIfAbsent(
              cell,
              any -> {
                double[] sample =
                    sample(outcomes.getOrDefault(cell.time, Map.of()), cell.dayOfYear);
                return sample.length < LEAST ? nothing : percentiles(sample);
              });
      return percentiles.length == 0 ? null : percentiles;
    };
  }

  private double[] percentiles(double[] sample) {
    double[] percentiles = EmpiricalQuantiles.of(sample, QuantileLevels.PERCENTILES);
    return mean ? Baselines.point(Arrays.stream(percentiles).average().orElseThrow()) : percentiles;
  }

  private static double[] sample(Map<Instant, Outcome> outcomes, int dayOfYear) {
    List<Double> sample = new ArrayList<>();
    for (Outcome each : outcomes.values()) {
      int apart = Math.abs(each.dayOfYear - dayOfYear);
      if (Math.min(apart, YEAR_DAYS - apart) <= REACH_DAYS) {
        sample.add(each.fraction);
      }
    }
    // Hash maps have no order, and sums depend on it.
    return sample.stream().mapToDouble(Double::doubleValue).sorted().toArray();
  }

  private static Time time(TrainingRow row) {
    return new Time(row.siteId(), utc(row.validTime()).toLocalTime().toSecondOfDay());
  }

  private static int dayOfYear(Instant time) {
    return utc(time).getDayOfYear();
  }

  private static OffsetDateTime utc(Instant time) {
    return time.atOffset(ZoneOffset.UTC);
  }
}
