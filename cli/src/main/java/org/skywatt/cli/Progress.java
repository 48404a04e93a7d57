package org.skywatt.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Tells how long work goes: lines with the seconds since the command started. */
public final class Progress {
  private final PrintWriter out;
  private final long start = System.nanoTime();

  public Progress(PrintWriter out) {
    this.out = out;
  }

  public void say(String line) {
    out.printf(Locale.ROOT, "[%5.1f s] %s%n", seconds(), line);
    out.flush();
  }

  /** Seconds since the command started. */
  public double seconds() {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start) / 1000.0;
  }
}
