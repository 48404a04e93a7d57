package org.skywatt.core.motion;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Threads that share the rows of an image. Each row is computed alike whichever thread does it, so
 * results don't depend on the number of threads.
 */
public final class RowWorkers implements AutoCloseable {
  /** Work on rows {@code from} to before {@code to}. */
  @FunctionalInterface
  interface Rows {
    void run(int from, int to);
  }

  private static final int FEWEST_ROWS = 32;

  private final int threads;
  private final ExecutorService executor;

  /**
   * Starts threads.
   *
   * @param threads one or more
   */
  public RowWorkers(int threads) {
    this.threads = threads;
    executor =
        Executors.newFixedThreadPool(
            threads,
            task -> {
              Thread thread = new Thread(task, "rows");
              thread.setDaemon(true);
              return thread;
            });
  }

  void run(int rows, Rows work) {
    int parts = Math.max(1, Math.min(threads, rows / FEWEST_ROWS));
    if (parts == 1) {
      work.run(0, rows);
      return;
    }
    List<Future<?>> running = new ArrayList<>();
    for (int part = 0; part < parts; part++) {
      int from = (int) ((long) rows * part / parts);
      int to = (int) ((long) rows * (part + 1) / parts);
      running.add(executor.submit(() -> work.run(from, to)));
    }
    try {
      for (Future<?> each : running) {
        each.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  @Override
  public void close() {
    executor.shutdown();
  }
}
