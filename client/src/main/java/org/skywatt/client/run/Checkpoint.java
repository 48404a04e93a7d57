package org.skywatt.client.run;

/**
 * Where work that runs in this process may be suspended. The work calls it whenever it could rest,
 * say after each batch; a call returns at once in green hours and waits otherwise.
 */
@FunctionalInterface
public interface Checkpoint {
  /** Never waits. */
  Checkpoint NONE = () -> {};

  /**
   * Waits while the work is suspended.
   *
   * @throws InterruptedException if the work was stopped; it should come to its end
   */
  void await() throws InterruptedException;
}
