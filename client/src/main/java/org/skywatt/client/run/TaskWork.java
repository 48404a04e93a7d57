package org.skywatt.client.run;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A task in a thread of its own, suspended at its checkpoints.
 *
 * @param <T> what comes of it
 */
public final class TaskWork<T> implements Work {
  private final Object lock = new Object();
  private final FutureTask<T> future;
  private final Thread thread;
  private boolean started;
  private boolean wanted;
  private boolean resting;

  public TaskWork(String name, Task<T> task) {
    future = new FutureTask<>(() -> task.run(this::checkpoint));
    thread = new Thread(future, "skywatt-green-" + name);
    thread.setDaemon(true);
  }

  private void checkpoint() throws InterruptedException {
    synchronized (lock) {
      try {
        while (!wanted) {
          resting = true;
          lock.wait();
        }
      } finally {
        resting = false;
      }
    }
  }

  @Override
  public boolean isRunning() {
    synchronized (lock) {
      return started && !resting && !future.isDone();
    }
  }

  @Override
  public boolean hasEnded() {
    return future.isDone();
  }

  @Override
  public boolean hasSucceeded() {
    try {
      future.get(0, TimeUnit.MILLISECONDS);
      return true;
    } catch (ExecutionException | CancellationException | TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /**
   * What came of it; waits for its end.
   *
   * @throws ExecutionException with what the task threw
   * @throws CancellationException if it was stopped
   */
  public T result() throws InterruptedException, ExecutionException {
    return future.get();
  }

  @Override
  public void run() {
    synchronized (lock) {
      wanted = true;
      lock.notifyAll();
      if (!started) {
        started = true;
        thread.start();
      }
    }
  }

  @Override
  public void pause() {
    synchronized (lock) {
      wanted = false;
    }
  }

  @Override
  public void await(Duration most) throws InterruptedException {
    try {
      future.get(most.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException | CancellationException e) {
      // Its end, or how it ended, is asked for elsewhere.
      return;
    }
  }

  @Override
  public void stop() {
    future.cancel(true);
  }
}
