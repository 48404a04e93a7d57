package org.skywatt.client.run;

/**
 * Work within this process.
 *
 * @param <T> what comes of it
 */
@FunctionalInterface
public interface Task<T> {
  T run(Checkpoint checkpoint) throws Exception;
}
