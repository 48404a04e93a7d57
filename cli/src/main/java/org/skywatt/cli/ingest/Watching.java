package org.skywatt.cli.ingest;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import org.skywatt.cli.UsageException;

/**
 * Does the same again and again until it is interrupted. A failure is told, and the next turn
 * comes: a source that is away for an hour is no reason to stop.
 */
final class Watching {
  private final Duration interval;
  private final PrintWriter out;

  Watching(Duration interval, PrintWriter out) {
    this.interval = interval;
    this.out = out;
  }

  /** One turn; returns an exit code. */
  interface Turn {
    int take() throws IOException;
  }

  /** Returns 0 when it is interrupted. */
  int run(Turn turn) {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        turn.take();
      } catch (UsageException e) {
        throw e; // no later turn would mend it
      } catch (IOException | RuntimeException e) {
        out.println(Instant.now() + " failed, tried again later: " + e.getMessage());
      }
      out.flush();
      try {
        Thread.sleep(interval.toMillis());
      } catch (InterruptedException e) {
        return 0;
      }
    }
    return 0;
  }
}
