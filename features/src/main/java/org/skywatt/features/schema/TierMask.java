package org.skywatt.features.schema;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.skywatt.core.run.InputTier;
import org.skywatt.features.schema.Feature.Source;

/**
 * Rows as they are without the inputs that a tier goes without: of forecasts while inputs are out,
 * and of those that a model learns from to bear that.
 */
public final class TierMask {
  private final boolean[] missing;
  private final boolean any;

  private TierMask(boolean[] missing, boolean any) {
    this.missing = missing;
    this.any = any;
  }

  /** The mask of each tier. */
  public static Map<InputTier, TierMask> all(FeatureSchema schema) {
    Map<InputTier, TierMask> all = new EnumMap<>(InputTier.class);
    for (InputTier tier : InputTier.values()) {
      all.put(tier, of(schema, tier));
    }
    return all;
  }

  static TierMask of(FeatureSchema schema, InputTier tier) {
    float[] known = schema.without(new float[schema.size()], missing(tier));
    boolean[] missing = new boolean[known.length];
    boolean any = false;
    for (int i = 0; i < known.length; i++) {
      missing[i] = Float.isNaN(known[i]);
      any |= missing[i];
    }
    return new TierMask(missing, any);
  }

  /** {@code row} itself if nothing is missing. */
  public float[] apply(float[] row) {
    if (!any) {
      return row;
    }
    float[] masked = row.clone();
    for (int i = 0; i < masked.length; i++) {
      if (missing[i]) {
        masked[i] = Float.NaN;
      }
    }
    return masked;
  }

  /** Masks step {@code step} of {@code steps}, where {@code columns} has a column a feature. */
  void apply(float[] columns, int steps, int step) {
    for (int i = 0; i < missing.length; i++) {
      if (missing[i]) {
        columns[i * steps + step] = Float.NaN;
      }
    }
  }

  private static Set<Source> missing(InputTier tier) {
    return switch (tier) {
      case FULL -> Set.of();
      case NO_SATELLITE -> Set.of(Source.SATELLITE);
      case NO_NWP -> Set.of(Source.NWP);
      case SMART_PERSISTENCE -> Set.of(Source.NWP, Source.SATELLITE);
      case CLIMATOLOGY -> Set.of(Source.NWP, Source.SATELLITE, Source.GENERATION);
    };
  }
}
