package org.skywatt.ingest.job;

import java.io.Serializable;
import org.skywatt.ingest.assembly.RunKey;

/**
 * A piece of work: a run at some of the sites.
 *
 * @param from index of the first site
 * @param to index after the last
 */
record RunBlock(RunKey run, int from, int to) implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Sites of a block: their values of all steps and variables of a run are held at once. */
  static final int SITES = 10_000;
}
