package org.skywatt.ingest.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpTimeoutException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** A body that is given up when it stalls, or trickles more slowly than it may. */
final class TimedBody implements AutoCloseable {
  private static final long LOOKS_A_STALL = 4;

  private final InputStream in;
  private final FetchSettings settings;
  private final long deadline;
  private final long start = System.nanoTime();
  private final ScheduledFuture<?> watch;
  private volatile long lastByte = start;
  private final AtomicLong bytes = new AtomicLong();
  private volatile String late;

  TimedBody(InputStream in, FetchSettings settings, ScheduledExecutorService timer, long deadline) {
    this.deadline = deadline;
    this.in = in;
    this.settings = settings;
    long every = Math.max(1, settings.stall().toMillis() / LOOKS_A_STALL);
    this.watch = timer.scheduleWithFixedDelay(this::look, every, every, TimeUnit.MILLISECONDS);
  }

  /** As {@link InputStream#read(byte[], int, int)}. */
  int read(byte[] buffer, int count) throws IOException {
    int read;
    try {
      read = in.read(buffer, 0, count);
    } catch (IOException e) {
      throw late == null ? e : new HttpTimeoutException(late);
    }
    // A body that was given up ends as if it were complete.
    if (late != null) {
      throw new HttpTimeoutException(late);
    }
    if (read > 0) {
      bytes.addAndGet(read);
      lastByte = System.nanoTime();
    }
    return read;
  }

  private void look() {
    long now = System.nanoTime();
    double seconds = (now - start) / 1e9;
    if (now > deadline) {
      giveUp("it took too long");
    } else if (now - lastByte > settings.stall().toNanos()) {
      giveUp("no byte came for " + settings.stall().toMillis() + " ms");
    } else if (now - start > settings.stall().toNanos()
        && bytes.get() < seconds * settings.leastBytesPerSecond()) {
      giveUp("only " + bytes.get() + " bytes came in " + Math.round(seconds * 1000) + " ms");
    }
  }

  private void giveUp(String why) {
    late = why;
    watch.cancel(false);
    close();
  }

  @Override
  public void close() {
    watch.cancel(false);
    try {
      in.close();
    } catch (IOException e) {
      // The connection is given up in any case.
      late = late == null ? "closed" : late;
    }
  }
}
