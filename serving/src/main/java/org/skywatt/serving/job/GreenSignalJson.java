package org.skywatt.serving.job;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.skywatt.core.run.RunHeader;
import org.skywatt.green.job.GreenPower;
import org.skywatt.serving.forecast.TimeRange;
import org.skywatt.serving.scenario.JointScenarios;

/** Green power as the API writes it. */
@Schema(name = "GreenSignal")
public record GreenSignalJson(
    String runId,
    Instant issueTime,
    double[] levels,
    @Schema(
            description =
                "How quantiles of sums are made: distance-lag, out of the run's joint scenarios")
        String dependence,
    List<Step> steps) {
  /** A step; null where a site has no forecast. */
  @Schema(name = "GreenSignalStep")
  public record Step(
      Instant start,
      Instant end,
      @Schema(nullable = true) Double meanKw,
      @Schema(nullable = true) double[] quantilesKw) {}

  static GreenSignalJson of(RunHeader header, GreenPower power, TimeRange range) {
    double[] levels = power.levels();
    List<Step> steps = new ArrayList<>();
    for (int step = 0; step < power.steps(); step++) {
      if (!power.start(step + 1).isAfter(range.from()) || !power.start(step).isBefore(range.to())) {
        continue;
      }
      double mean = power.mean(step);
      double[] quantiles = new double[levels.length];
      for (int i = 0; i < levels.length; i++) {
        quantiles[i] = Math.rint(1000 * power.at(step, levels[i])) / 1000;
      }
      boolean missing = Double.isNaN(mean);
      steps.add(
          new Step(
              power.start(step),
              power.start(step + 1),
              missing ? null : (Double) (Math.rint(1000 * mean) / 1000),
              missing ? null : quantiles));
    }
    return new GreenSignalJson(
        header.runId(), header.issueTime(), levels, JointScenarios.DEPENDENCE, steps);
  }
}
