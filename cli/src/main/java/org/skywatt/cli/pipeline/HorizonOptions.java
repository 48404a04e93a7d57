package org.skywatt.cli.pipeline;

import java.time.Duration;
import org.skywatt.cli.UsageException;
import picocli.CommandLine.Option;

/** Options that say how far ahead forecasts look, and in which steps. */
public final class HorizonOptions {
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

  /** Whole minutes. */
  public Duration step() {
    return TimeOptions.step("--step", step);
  }

  /**
   * At least a step.
   *
   * @throws UsageException if it is less
   */
  public Duration horizon() {
    Duration ahead = TimeOptions.duration("--horizon", horizon);
    if (ahead.compareTo(step()) < 0) {
      throw new UsageException("--horizon " + horizon + " is shorter than --step " + step);
    }
    return ahead;
  }
}
