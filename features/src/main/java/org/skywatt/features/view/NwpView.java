package org.skywatt.features.view;

import java.time.Instant;
import java.util.Optional;
import org.skywatt.core.sample.NwpSample;
import org.skywatt.core.time.AsOf;
import org.skywatt.core.variable.Variable;

/** The newest NWP of a site that could be known at an issue time, for any valid time. */
public final class NwpView {
  private final AsOf<Instant, NwpSample> samples;
  private final long issueMicros;

  NwpView(AsOf<Instant, NwpSample> samples, Instant issueTime) {
    this.samples = samples;
    this.issueMicros = AsOf.micros(issueTime);
  }

  /** {@code variable} stamped {@code validTime}, in its unit; NaN if not known. */
  public double get(Variable variable, Instant validTime) {
    Optional<NwpSample> sample = samples.find(validTime, issueMicros);
    return sample.isPresent() ? sample.get().get(variable) : Double.NaN;
  }

  /** The newest known sample stamped {@code validTime}. */
  public Optional<NwpSample> find(Instant validTime) {
    return samples.find(validTime, issueMicros);
  }
}
