package org.skywatt.cli.model;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
      names = "--to",
      paramLabel = "TIME",
      description = "Use no power that became known later (default: now).")
  private String to;

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

  /** When the comparison is made. */
  Instant to() {
    return to == null
        ? Instant.now().truncatedTo(ChronoUnit.SECONDS)
        : TimeOptions.time("--to", to);
  }

  /**
   * @param fitted when both models were
   */
  Comparison.Period period(Instant fitted) {
    Duration length = TimeOptions.duration("--step", step);
    return new Comparison.Period(
        from == null ? fitted : TimeOptions.time("--from", from),
        to(),
        TimeOptions.duration("--every", every),
        TimeOptions.duration("--horizon", horizon),
        length);
  }
}
