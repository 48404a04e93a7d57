package org.skywatt.cli.model;

import java.time.Duration;
import java.time.Instant;
import org.skywatt.cli.UsageException;
import org.skywatt.cli.pipeline.TimeOptions;
import picocli.CommandLine.Option;

/** Options that say on which forecasts models are compared. */
final class ComparedPeriod {
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

  @Option(
      names = "--horizon",
      defaultValue = "36h",
      description = "How far ahead (default: ${DEFAULT-VALUE}).")
  private String horizon;

  @Option(
      names = "--step",
      defaultValue = "1h",
      description = "Length of a step (default: ${DEFAULT-VALUE}).")
  private String step;

  /**
   * The forecasts to compare on.
   *
   * @param fitted when both models were
   * @param to power that became known later is not used
   */
  Comparison.Period period(Instant fitted, Instant to) {
    Duration length = TimeOptions.step("--step", step);
    Duration ahead = TimeOptions.duration("--horizon", horizon);
    if (ahead.compareTo(length) < 0) {
      throw new UsageException("--horizon " + horizon + " is shorter than --step " + step);
    }
    return new Comparison.Period(
        from == null ? fitted : TimeOptions.time("--from", from),
        to,
        TimeOptions.step("--every", every),
        ahead,
        length);
  }
}
