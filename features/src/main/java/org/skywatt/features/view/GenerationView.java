package org.skywatt.features.view;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.skywatt.core.sample.GenerationSample;
import org.skywatt.core.time.AsOf;
import org.skywatt.core.time.Steps;

/** The generation of a site that could be known at an issue time. Not safe for threads. */
public final class GenerationView {
  private final AsOf<Instant, GenerationSample> samples;
  private final Instant issueTime;
  private final long issueMicros;
  private final EffectiveCapacity capacity;
  private double ratio;
  private Duration ratioStep;

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
    Optional<GenerationSample> sample = samples.find(end, issueMicros);
    if (sample.isEmpty() || !sample.get().isUsable()) {
      return Double.NaN;
    }
    return Math.max(sample.get().powerKw(), 0) / capacityKw(end);
  }

  /**
   * The ratio of power to the clear sky that {@code compute} finds in the readings of length {@code
   * step}: found once, as it is the same for all steps of the issue.
   */
  public double clearRatio(Duration step, ToDoubleFunction<GenerationView> compute) {
    if (!step.equals(ratioStep)) {
      ratio = compute.applyAsDouble(this);
      ratioStep = step;
    }
    return ratio;
  }

  /** Mean of the known fractions over the {@code last} hours; NaN where none is known. */
  public double mean(Duration length, Duration last) {
    double sum = 0;
    int count = 0;
    for (Instant end : recentEnds(length, last)) {
      double fraction = fraction(end);
      if (!Double.isNaN(fraction)) {
        sum += fraction;
        count++;
      }
    }
    return count == 0 ? Double.NaN : sum / count;
  }

  /** Their standard deviation; NaN where fewer than two are known. */
  public double deviation(Duration length, Duration last) {
    double mean = mean(length, last);
    double squares = 0;
    int count = 0;
    for (Instant end : recentEnds(length, last)) {
      double off = fraction(end) - mean;
      if (!Double.isNaN(off)) {
        squares += off * off;
        count++;
      }
    }
    return count < 2 ? Double.NaN : Math.sqrt(squares / (count - 1));
  }

  /** What the plant can give over the interval that ends at {@code end}, as far as is known, kW. */
  public double capacityKw(Instant end) {
    return capacity.kw(end, issueMicros);
  }
}
