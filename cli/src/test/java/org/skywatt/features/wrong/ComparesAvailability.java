package org.skywatt.features.wrong;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.skywatt.core.sample.GenerationSample;

/** Wrong on purpose: an as-of join beside {@code AsOf}. */
public final class ComparesAvailability {
  private ComparesAvailability() {}

  public static boolean known(GenerationSample sample, Instant issueTime) {
    return !sample.availableAt().isAfter(issueTime);
  }

  public static void sort(List<GenerationSample> samples) {
    samples.sort(Comparator.comparing(GenerationSample::availableAt));
  }
}
