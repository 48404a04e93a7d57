package org.skywatt.serving.job;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** With what jobs were planned last, so that none is planned with the same again at each read. */
final class Attempts {
  // Those beyond it, the eldest, are merely planned once more.
  private static final int KEPT = 10_000;

  private final Map<UUID, Attempt> last =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Attempt> eldest) {
          return size() > KEPT;
        }
      };

  /**
   * What planning depends on.
   *
   * @param version of the plan that may be replaced; 0 if there is none
   * @param before end of what the job waits for
   * @param passed whether the time of that plan is over
   */
  record Attempt(String runId, int version, Instant before, boolean passed) {}

  synchronized boolean isNew(UUID job, Attempt attempt) {
    return !attempt.equals(last.get(job));
  }

  synchronized void made(UUID job, Attempt attempt) {
    last.put(job, attempt);
  }
}
