package org.skywatt.features.view;

import java.time.Instant;
import java.util.Optional;
import org.skywatt.core.sample.GenerationSample;
import org.skywatt.core.time.AsOf;

/** The generation of a site that could be known at an issue time. */
public final class GenerationView {
  private final AsOf<Instant, GenerationSample> samples;
  private final Instant issueTime;
  private final double capacityKw;

  GenerationView(AsOf<Instant, GenerationSample> samples, Instant issueTime, double capacityKw) {
    this.samples = samples;
    this.issueTime = issueTime;
    this.capacityKw = capacityKw;
  }

  /**
   * Mean power over the interval that ends at {@code end}, as a fraction of capacity; NaN if not
   * known, or flagged as not showing what the plant could give.
   */
  public double fraction(Instant end) {
    Optional<GenerationSample> sample = samples.find(end, issueTime.toEpochMilli());
    if (sample.isEmpty() || !sample.get().isUsable()) {
      return Double.NaN;
    }
    return Math.max(sample.get().powerKw(), 0) / capacityKw;
  }
}
