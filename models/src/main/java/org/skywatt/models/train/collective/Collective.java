package org.skywatt.models.train.collective;

/** Tasks that learn together. Each calls the same methods in the same order. */
public interface Collective {
  /** A task that learns alone. */
  Collective ALONE = counts -> counts;

  /**
   * The sums of all tasks' counts.
   *
   * @param counts as many in each task, 0 to 2^40; may be changed
   */
  long[] sum(long[] counts);
}
