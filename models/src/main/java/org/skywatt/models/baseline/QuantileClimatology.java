package org.skywatt.models.baseline;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.skywatt.core.forecast.QuantileLevels;

/**
 * The percentiles of what a site gave in the past: at the same hour of the day, or at any hour (the
 * benchmark of GEFCom2014's wind track).
 */
public final class QuantileClimatology {
  private static final int ANY_HOUR = -1;

  private record Cell(String siteId, int hour) {}

  private final boolean byHour;
  private final Map<Cell, List<Double>> samples = new HashMap<>();
  private final Map<Cell, double[]> quantiles = new HashMap<>();

  public QuantileClimatology(boolean byHour) {
    this.byHour = byHour;
  }

  /** Adds what was observed; NaN is left out. */
  public void add(String siteId, Instant validTime, double fraction) {
    if (!Double.isNaN(fraction)) {
      samples.computeIfAbsent(cell(siteId, validTime), c -> new ArrayList<>()).add(fraction);
    }
  }

  /** 99 quantiles as fractions of capacity; null if nothing was ever observed then. */
  public double[] forecast(String siteId, Instant validTime) {
    Cell cell = cell(siteId, validTime);
    List<Double> sample = samples.get(cell);
    if (sample == null) {
      return null;
    }
    return quantiles.computeIfAbsent(
        cell,
        c ->
            EmpiricalQuantiles.of(
                sample.stream().mapToDouble(Double::doubleValue).toArray(),
                QuantileLevels.PERCENTILES));
  }

  private Cell cell(String siteId, Instant validTime) {
    return new Cell(siteId, byHour ? validTime.atOffset(ZoneOffset.UTC).getHour() : ANY_HOUR);
  }
}
