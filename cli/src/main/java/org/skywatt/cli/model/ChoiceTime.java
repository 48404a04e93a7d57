package org.skywatt.cli.model;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.skywatt.cli.DataHome;
import org.skywatt.cli.UsageException;
import org.skywatt.cli.pipeline.TimeOptions;
import org.skywatt.core.run.RunHeader;
import org.skywatt.models.publish.RunFolder;

/** Since when a choice of a model counts: runs that were published keep theirs. */
final class ChoiceTime {
  private ChoiceTime() {}

  /**
   * @param at as people wrote it; null for now
   * @throws UsageException if it is in the future, or before the newest published run
   */
  static Instant of(String at, DataHome home) throws IOException {
    Instant time = TimeOptions.timeOrNow("--at", at);
    if (time.isAfter(Instant.now())) {
      throw new UsageException("--at " + at + " is in the future");
    }
    String stamp = RunHeader.stamp(time);
    List<String> runs = new RunFolder(home.published().resolve("runs")).runIds();
    if (!runs.isEmpty()) {
      String newest = runs.get(runs.size() - 1);
      if (newest.substring(0, stamp.length()).compareTo(stamp) > 0) {
        throw new UsageException(
            time + " is before the run " + newest + ", which was published already");
      }
    }
    return time;
  }
}
