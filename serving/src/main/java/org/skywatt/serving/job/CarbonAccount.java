package org.skywatt.serving.job;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.skywatt.green.job.Settlement;
import org.skywatt.serving.job.SettlementJson.Hour;

/**
 * Energy and CO2 of a job, hour by hour and together.
 *
 * @param locationGrams all its energy at the grid's intensity; null if that is not known of all
 * @param marketGrams only what no green energy matched
 */
record CarbonAccount(List<Hour> hours, Double locationGrams, Double marketGrams) {
  /**
   * @param assumed intensity where none was measured, g/kWh; may be null
   * @param grams measured in each step from {@code start} on; NaN where it was not
   */
  static CarbonAccount of(
      List<Settlement.Step> steps, Double assumed, Instant start, int seconds, double... grams) {
    SortedMap<Instant, double[]> sums = new TreeMap<>();
    double[] all = new double[4];
    for (Settlement.Step each : steps) {
      double measured = grams[(int) (Duration.between(start, each.start()).toSeconds() / seconds)];
      double intensity = Double.isNaN(measured) && assumed != null ? assumed : measured;
      double grid = each.kwh() - each.greenKwh();
      double[] values = {each.kwh(), each.greenKwh(), intensity * each.kwh(), intensity * grid};
      double[] hour =
          sums.computeIfAbsent(each.start().truncatedTo(ChronoUnit.HOURS), key -> new double[4]);
      for (int i = 0; i < values.length; i++) {
        hour[i] += values[i];
        all[i] += values[i];
      }
    }
    List<Hour> hours = new ArrayList<>();
    sums.forEach(
        (hour, sum) -> hours.add(new Hour(hour, sum[0], sum[1], known(sum[2]), known(sum[3]))));
    boolean none = steps.isEmpty() && assumed == null;
    return new CarbonAccount(hours, none ? null : known(all[2]), none ? null : known(all[3]));
  }

  private static Double known(double grams) {
    return Double.isNaN(grams) ? null : (Double) grams;
  }
}
