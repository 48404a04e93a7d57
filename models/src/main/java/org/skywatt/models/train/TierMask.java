package org.skywatt.models.train;

import java.util.Set;
import org.skywatt.core.run.InputTier;
import org.skywatt.features.schema.Feature.Source;
import org.skywatt.features.schema.FeatureSchema;

/** Rows as they would be without the inputs that a tier goes without. */
final class TierMask {
  private final boolean[] missing;
  private final boolean any;

  private TierMask(boolean[] missing, boolean any) {
    this.missing = missing;
    this.any = any;
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
  float[] apply(float[] row) {
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
