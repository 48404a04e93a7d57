package org.skywatt.cli.model;

import java.time.Instant;
import org.skywatt.cli.pipeline.HorizonOptions;
import org.skywatt.cli.pipeline.TimeOptions;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options that say on which forecasts models are compared. */
final class ComparedPeriod {
  @Mixin private HorizonOptions ahead;

  @Option(
      names = "--from",
      paramLabel = "TIME",
      description = "First issue time (default: when both models were fitted).")
  private String from;

  @Option(
      names = "--every",
      defaultValue = "6h",
      description = "Time between issues (default: ${DEFAULT-VALUE}).")
  private String every;

  /**
   * The forecasts to compare on.
   *
   * @param fitted when both models were
   * @param to power that became known later is not used
   */
  Comparison.Period period(Instant fitted, Instant to) {
    return new Comparison.Period(
        from == null ? fitted : TimeOptions.time("--from", from),
        to,
        TimeOptions.step("--every", every),
        ahead.horizon(),
        ahead.step());
  }
}
