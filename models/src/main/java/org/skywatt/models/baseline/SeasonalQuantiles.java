package org.skywatt.models.baseline;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.skywatt.core.forecast.QuantileLevels;
import org.skywatt.features.nowcast.PlantSeries;

/** Percentiles of what the plant gave at this time of the day, within 45 days of this date. */
public final class SeasonalQuantiles implements Baseline {
  private static final int REACH_DAYS = 45;
  private static final int LEAST = 5;
  private static final int YEAR_DAYS = 365;

  private record Cell(int ofDay, int dayOfYear) {}

  private final PlantSeries series;
  private final int fitted;
  private final int day;
  private final Map<Cell, double[]> percentiles = new HashMap<>();

  /**
   * @param fitted what was given is that of the intervals before it
   */
  public SeasonalQuantiles(PlantSeries series, int fitted) {
    this.series = series;
    this.fitted = fitted;
    this.day = (int) Duration.ofDays(1).dividedBy(series.step());
  }

  @Override
  public String name() {
    return "quantile-climatology";
  }

  @Override
  public double[] forecast(int newest, int steps) {
    Instant end = series.end(newest).plus(series.step().multipliedBy(steps));
    Cell cell = new Cell((newest + steps) % day, dayOfYear(end));
    double[] known = percentiles.computeIfAbsent(cell, this::percentiles);
    return known.length == 0 ? null : known;
  }

  private double[] percentiles(Cell cell) {
    double[] sample = sample(cell.ofDay, cell.dayOfYear);
    return sample.length < LEAST
        ? new double[0]
        : EmpiricalQuantiles.of(sample, QuantileLevels.PERCENTILES);
  }

  private double[] sample(int ofDay, int dayOfYear) {
    List<Double> sample = new ArrayList<>();
    for (int i = ofDay; i < fitted; i += day) {
      int apart = Math.abs(dayOfYear(series.end(i)) - dayOfYear);
      boolean near = Math.min(apart, YEAR_DAYS - apart) <= REACH_DAYS;
      if (near && !Double.isNaN(series.power()[i])) {
        sample.add(Math.min(Math.max(series.power()[i], 0), 1));
      }
    }
    return sample.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static int dayOfYear(Instant time) {
    return time.atOffset(ZoneOffset.UTC).getDayOfYear();
  }
}
