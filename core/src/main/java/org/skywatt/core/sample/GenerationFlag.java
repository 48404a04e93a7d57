package org.skywatt.core.sample;

/** Why a generation row is not trained on. Flagged rows are stored as they came. */
public enum GenerationFlag {
  /** Below zero: real meters read the site's own use at night. */
  NEGATIVE,
  /** Above 110% of capacity. */
  ABOVE_CAPACITY,
  /** The plant or a part of it was out of service. */
  OUTAGE,
  /** The plant was held below what it could give. */
  CURTAILED,
  /** No value in the file. */
  MISSING;

  public int bit() {
    return 1 << ordinal();
  }
}
