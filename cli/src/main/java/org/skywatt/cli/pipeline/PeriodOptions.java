package org.skywatt.cli.pipeline;

import java.time.Duration;
import java.time.Instant;
import org.skywatt.cli.UsageException;
import picocli.CommandLine.Option;

/** Options that say which issues are learned from, and what may be known. */
public final class PeriodOptions {
  @Option(names = "--from", required = true, paramLabel = "TIME", description = "First issue time.")
  private String from;

  @Option(
      names = "--as-of",
      paramLabel = "TIME",
      description = "Use nothing that became known later (default: now).")
  private String asOf;

  @Option(
      names = "--every",
      defaultValue = "5h",
      description =
          "Time between issues to learn from; one that does not divide a day sees every hour"
              + " (default: ${DEFAULT-VALUE}).")
  private String every;

  /** Nothing that became known later is used; now unless a time is given. */
  public Instant until() {
    return TimeOptions.timeOrNow("--as-of", asOf);
  }

  /**
   * The first issue.
   *
   * @throws UsageException if it is not before {@code until}
   */
  public Instant from(Instant until) {
    Instant first = TimeOptions.time("--from", from);
    if (!first.isBefore(until)) {
      throw new UsageException("--from " + first + " must be before " + until);
    }
    return first;
  }

  /** Between two issues. */
  public Duration every() {
    return TimeOptions.duration("--every", every);
  }
}
