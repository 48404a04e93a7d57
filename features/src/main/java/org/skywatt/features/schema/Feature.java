package org.skywatt.features.schema;

/**
 * A feature.
 *
 * @param name unique within a schema, snake case
 * @param unit SI, {@code deg} for angles, {@code 1} for a fraction, {@code h} for hours
 * @param source which input it comes from
 */
public record Feature(String name, String unit, Source source, Formula formula) {
  /** Where a feature comes from. */
  public enum Source {
    NWP,
    SATELLITE,
    GENERATION,
    TERRAIN,
    SITE,
    TIME
  }
}
