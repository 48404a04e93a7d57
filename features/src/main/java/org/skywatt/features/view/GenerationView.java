package org.skywatt.features.view;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.skywatt.core.sample.GenerationSample;
import org.skywatt.core.time.AsOf;
import org.skywatt.core.time.StepGrid;
import org.skywatt.core.time.Steps;

/** The generation of a site that could be known at an issue time. Not safe for threads. */
public final class GenerationView {
  private final AsOf<Instant, GenerationSample> samples;
  private final Instant issueTime;
  private final long issueMicros;
  private final EffectiveCapacity capacity;

  GenerationView(
      AsOf<Instant, GenerationSample> samples, Instant issueTime, EffectiveCapacity capacity) {
    this.samples = samples;
    this.issueTime = issueTime;
    this.issueMicros = AsOf.micros(issueTime);
    this.capacity = capacity;
  }

  /**
   * Ends of the latest intervals of {@code length}, newest first: at or before the issue time, and
   * at most {@code oldest} before it.
   */
  public List<Instant> recentEnds(Duration length, Duration oldest) {
    List<Instant> ends = new ArrayList<>();
    Instant limit = issueTime.minus(oldest);
    for (Instant end = Steps.floor(issueTime, length);
        !end.isBefore(limit);
        end = end.minus(length)) {
      ends.add(end);
    }
    return ends;
  }

  /**
   * Mean power over the interval that ends at {@code end}, as a fraction of the capacity that the
   * plant had then, as far as is known; NaN if the power is not known, or flagged as not showing
   * what the plant could give.
   */
  public double fraction(Instant end) {
    return fraction(samples.find(end, issueMicros).orElse(null), capacity, end, issueMicros);
  }

  /** The same of {@code sample}, null where there is none. */
  static double fraction(
      GenerationSample sample, EffectiveCapacity capacity, Instant end, long issueMicros) {
    return sample == null || !sample.isUsable()
        ? Double.NaN
        : Math.max(sample.powerKw(), 0) / capacity.kw(end, issueMicros);
  }

  /** The same by the number of the step, for one issue after the other. */
  FractionSteps fractions(StepGrid grid) {
    return new FractionSteps(samples, capacity, grid);
  }

  /** What the plant can give over the interval that ends at {@code end}, as far as is known, kW. */
  public double capacityKw(Instant end) {
    return capacity.kw(end, issueMicros);
  }
}
