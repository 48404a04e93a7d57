package org.skywatt.cli.backtest;

import org.skywatt.cli.UsageException;
import picocli.CommandLine.Option;

/** Less training, for tests of what is around it. Not for people: scores get worse. */
final class QuickerOption {
  @Option(
      names = "--quicker",
      hidden = true,
      defaultValue = "1",
      description = "Train this many times less, to try what is around it; scores get worse.")
  private int times;

  /** By how much less; 1 is the whole training. */
  int times() {
    if (times < 1) {
      throw new UsageException("--quicker must be 1 or more");
    }
    return times;
  }
}
