package org.skywatt.client.run;

import java.io.IOException;
import java.time.Duration;

/** What is started, suspended and resumed. Called by one thread; {@link #stop} by any. */
public interface Work {
  /** Whether it runs now, and uses energy. */
  boolean isRunning();

  /** Whether it came to its end by itself. */
  boolean hasEnded();

  /** Whether it ended well; asked for after its end. */
  boolean hasSucceeded();

  /** Starts it, or resumes what was suspended. */
  void run() throws IOException, InterruptedException;

  /** Tells it at which power it should run; work that has one speed need not listen. */
  default void drawing(double powerKw) {}

  /** Asks it to suspend itself, or suspends it. */
  void pause() throws IOException, InterruptedException;

  /** Waits for its end, at most so long. */
  void await(Duration most) throws InterruptedException;

  /** Ends it for good. */
  void stop() throws InterruptedException;
}
