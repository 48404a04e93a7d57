package org.skywatt.models.publish;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.skywatt.core.run.RunFile;

/**
 * Published runs, newest last. A run that is handed out stays readable for as long as it is held,
 * whatever is published meanwhile. Safe for threads.
 */
public interface RunStore {
  /** The newest good run, if there is any. Does no input or output. */
  Optional<RunFile> latest();

  /** The good run of the greatest issue time that is not after {@code issueTime}, if any. */
  Optional<RunFile> asOf(Instant issueTime);

  /** The run of that id, if it is there and good. */
  Optional<RunFile> find(String runId);

  /** The ids of all runs that are there, ascending, which is in order of issue time. */
  List<String> runIds();

  /**
   * Stops serving a run that turned out to be damaged while it was read; the newest good run before
   * it takes its place.
   */
  void retire(RunFile run, RuntimeException why);
}
