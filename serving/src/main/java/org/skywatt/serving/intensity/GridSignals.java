package org.skywatt.serving.intensity;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.skywatt.green.signal.IntensitySeries;
import org.skywatt.green.signal.PricePoint;

/** Carbon intensity and price of a grid, step by step, NaN where nothing is known. */
@ApplicationScoped
public class GridSignals {
  private final IntensityTable intensities;
  private final PriceTable prices;

  GridSignals(IntensityTable intensities, PriceTable prices) {
    this.intensities = intensities;
    this.prices = prices;
  }

  /** Steps of one length from a time on. */
  public record Steps(Instant start, int seconds, int count) {
    /** Start of a step; of the one after the last, the end. */
    public Instant at(int step) {
      return start.plusSeconds((long) step * seconds);
    }

    double[] none() {
      double[] values = new double[count];
      Arrays.fill(values, Double.NaN);
      return values;
    }
  }

  /** The newest forecast of carbon intensity that was made by a time, g/kWh. */
  public double[] forecastGrams(
      Connection connection, long organisation, String zone, Instant by, Steps steps)
      throws SQLException {
    if (zone == null) {
      return steps.none();
    }
    Optional<IntensityTable.Forecast> forecast =
        intensities.forecast(
            connection, organisation, zone, by, steps.start(), steps.at(steps.count()));
    return forecast.isEmpty() ? steps.none() : means(forecast.get().series(), steps);
  }

  /** What was measured of carbon intensity, g/kWh. */
  public double[] measuredGrams(Connection connection, long organisation, String zone, Steps steps)
      throws SQLException {
    return zone == null
        ? steps.none()
        : means(
            intensities.measured(
                connection, organisation, zone, steps.start(), steps.at(steps.count())),
            steps);
  }

  private static double[] means(IntensitySeries series, Steps steps) {
    double[] means = new double[steps.count()];
    Arrays.setAll(means, i -> series.mean(steps.at(i), steps.at(i + 1)));
    return means;
  }

  /** Prices that were posted by a time, a MWh. */
  public double[] prices(
      Connection connection, long organisation, String zone, Instant by, Steps steps)
      throws SQLException {
    if (zone == null) {
      return steps.none();
    }
    List<PricePoint> points =
        prices.known(connection, organisation, zone, by, steps.start(), steps.at(steps.count()));
    double[] means = new double[steps.count()];
    Arrays.setAll(means, i -> mean(points, steps.at(i), steps.at(i + 1)));
    return means;
  }

  private static double mean(List<PricePoint> points, Instant from, Instant to) {
    double sum = 0;
    double known = 0;
    for (PricePoint each : points) {
      Instant first = each.start().isAfter(from) ? each.start() : from;
      Instant last = each.end().isBefore(to) ? each.end() : to;
      if (first.isBefore(last)) {
        double part = Duration.between(first, last).toMillis();
        sum += part * each.pricePerMwh();
        known += part;
      }
    }
    return sum / known;
  }
}
