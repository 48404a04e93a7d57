package org.skywatt.core.sample;

import java.io.Serializable;
import java.time.Instant;
import org.skywatt.core.variable.Variable;

/**
 * NWP at a site for one valid time of one run.
 *
 * @param member ensemble member; 0 for a deterministic or control run
 * @param initTime NWP reference time
 * @param validTime end of the interval that means and sums belong to
 * @param availableAt when the run could first be read
 * @param values one a {@link Variable}, in its unit, by ordinal; NaN where missing
 */
public record NwpSample(
    String siteId,
    String source,
    int member,
    Instant initTime,
    Instant validTime,
    Instant availableAt,
    float[] values)
    implements Serializable {
  public NwpSample {
    if (values.length != Variable.COUNT) {
      throw new IllegalArgumentException(
          "expected " + Variable.COUNT + " values, got " + values.length);
    }
  }

  /** The value of {@code variable} in its unit; NaN if missing. */
  public float get(Variable variable) {
    return values[variable.ordinal()];
  }

  /**
   * Which values cannot be, by the limits of their variables: bit n for the variable of ordinal n.
   * They are kept as they came.
   */
  public long implausible() {
    long bits = 0;
    for (Variable variable : Variable.values()) {
      if (!variable.isPlausible(get(variable))) {
        bits |= 1L << variable.ordinal();
      }
    }
    return bits;
  }

  /** The same, known from another moment on. */
  public NwpSample availableFrom(Instant time) {
    return new NwpSample(siteId, source, member, initTime, validTime, time, values);
  }
}
