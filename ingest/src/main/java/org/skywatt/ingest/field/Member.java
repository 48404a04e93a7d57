package org.skywatt.ingest.field;

import java.io.Serializable;

/**
 * Which forecast of an ensemble a field belongs to.
 *
 * @param kind what it is
 * @param number of a perturbed member, from 1; 0 for all else
 */
public record Member(Kind kind, int number) implements Serializable {
  /** A member, or a statistic over all members. */
  public enum Kind {
    /** A deterministic forecast, or the ensemble's unperturbed one. */
    CONTROL,
    PERTURBED,
    MEAN,
    SPREAD,
    /** Any other statistic (probability, percentile …): known, not interpreted. */
    OTHER
  }

  public static final Member CONTROL = new Member(Kind.CONTROL, 0);
}
