package org.skywatt.models.calibrate;

import java.util.Set;
import org.skywatt.core.run.InputTier;
import org.skywatt.features.schema.Feature.Source;

/**
 * What a forecast has to do without, as far as models learn it and bands are calibrated for it: the
 * rungs of the never-stop ladder, and a plant of whose power nothing is known, as when it is new.
 */
public enum Situation {
  FULL(InputTier.FULL.text(), Set.of()),
  NO_SATELLITE(InputTier.NO_SATELLITE.text(), Set.of(Source.SATELLITE)),
  /** There is weather, and not one reading of the last days: the plant may be like no other. */
  NO_READINGS("no-readings", Set.of(Source.GENERATION)),
  NO_NWP(InputTier.NO_NWP.text(), Set.of(Source.NWP)),
  SMART_PERSISTENCE(InputTier.SMART_PERSISTENCE.text(), Set.of(Source.NWP, Source.SATELLITE)),
  CLIMATOLOGY(
      InputTier.CLIMATOLOGY.text(), Set.of(Source.NWP, Source.SATELLITE, Source.GENERATION));

  private final String text;
  private final Set<Source> missing;

  Situation(String text, Set<Source> missing) {
    this.text = text;
    this.missing = missing;
  }

  /**
   * The situation of a step of {@code tier}.
   *
   * @param readings whether anything is known of the plant's power
   */
  public static Situation of(InputTier tier, boolean readings) {
    return switch (tier) {
      case FULL -> readings ? FULL : NO_READINGS;
      case NO_SATELLITE -> readings ? NO_SATELLITE : NO_READINGS;
      case NO_NWP -> NO_NWP;
      case SMART_PERSISTENCE -> SMART_PERSISTENCE;
      case CLIMATOLOGY -> CLIMATOLOGY;
    };
  }

  /** As in the names of calibration's cells: that of the tier, or {@code no-readings}. */
  public String text() {
    return text;
  }

  /** The inputs that it does without. */
  public Set<Source> missing() {
    return missing;
  }
}
