package org.skywatt.features.view;

import java.time.Instant;
import org.skywatt.core.sample.GenerationSample;
import org.skywatt.core.time.AsOf;
import org.skywatt.core.time.StepGrid;

/**
 * Power as a fraction of capacity by the number of the step, for one issue after the other. A value
 * is kept with the span of issue times at which nothing else is known of it, and asked for again at
 * any other. Not safe for threads.
 */
final class FractionSteps {
  private final AsOf<Instant, GenerationSample> samples;
  private final EffectiveCapacity capacity;
  private final StepGrid grid;
  private final StepWindow window = new StepWindow();
  private double[] fractions = {};
  private long[] from = {};
  private long[] until = {};

  FractionSteps(
      AsOf<Instant, GenerationSample> samples, EffectiveCapacity capacity, StepGrid grid) {
    this.samples = samples;
    this.capacity = capacity;
    this.grid = grid;
  }

  /** {@link GenerationView#fraction} of the step that is known at {@code issueMicros}. */
  double at(int number, long issueMicros) {
    int slot = window.slot(number);
    return slot >= 0 && issueMicros >= from[slot] && issueMicros < until[slot]
        ? fractions[slot]
        : asked(number, issueMicros);
  }

  private double asked(int number, long issueMicros) {
    if (window.slot(number) < 0) {
      int moved = window.grow(number);
      fractions = window.grown(fractions, moved, Double.NaN);
      from = grown(from, moved);
      until = grown(until, moved);
    }
    int slot = window.slot(number);
    Instant end = grid.end(number);
    AsOf.Versions<GenerationSample> versions = samples.versionsOrNull(end);
    if (versions == null) {
      fractions[slot] = Double.NaN;
      from[slot] = Long.MIN_VALUE;
      until[slot] = Long.MAX_VALUE;
    } else {
      fractions[slot] =
          GenerationView.fraction(versions.orNull(issueMicros), capacity, end, issueMicros);
      from[slot] = Math.max(versions.knownFrom(issueMicros), capacity.knownFrom(issueMicros));
      until[slot] = Math.min(versions.knownUntil(issueMicros), capacity.knownUntil(issueMicros));
    }
    return fractions[slot];
  }

  /** Like {@link StepWindow#grown}; what is empty is known at no issue time. */
  private long[] grown(long[] times, int moved) {
    long[] grown = new long[window.size()];
    if (moved >= 0) {
      System.arraycopy(times, 0, grown, moved, times.length);
    }
    return grown;
  }
}
