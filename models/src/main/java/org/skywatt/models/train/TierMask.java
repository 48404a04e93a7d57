package org.skywatt.models.train;

import java.util.Set;
import org.skywatt.core.run.InputTier;
import org.skywatt.features.schema.Feature.Source;

/** Which inputs a tier goes without. */
final class TierMask {
  private TierMask() {}

  static Set<Source> missing(InputTier tier) {
    return switch (tier) {
      case FULL -> Set.of();
      case NO_SATELLITE -> Set.of(Source.SATELLITE);
      case NO_NWP -> Set.of(Source.NWP);
      case SMART_PERSISTENCE -> Set.of(Source.NWP, Source.SATELLITE);
      case CLIMATOLOGY -> Set.of(Source.NWP, Source.SATELLITE, Source.GENERATION);
    };
  }
}
