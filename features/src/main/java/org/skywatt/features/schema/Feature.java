package org.skywatt.features.schema;

import java.util.Set;

/**
 * A feature.
 *
 * @param name unique within a schema, snake case
 * @param unit SI, {@code deg} for angles, {@code 1} for a fraction, {@code h} for hours
 * @param sources the inputs without any one of which it cannot be known
 */
public record Feature(String name, String unit, Set<Source> sources, Formula formula) {
  /** Where a feature comes from. */
  public enum Source {
    NWP,
    SATELLITE,
    GENERATION,
    TERRAIN,
    SITE,
    TIME
  }

  public Feature {
    sources = Set.copyOf(sources);
  }

  public Feature(String name, String unit, Source source, Formula formula) {
    this(name, unit, Set.of(source), formula);
  }
}
