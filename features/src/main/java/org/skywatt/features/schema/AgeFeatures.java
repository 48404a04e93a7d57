package org.skywatt.features.schema;

import static org.skywatt.features.schema.Feature.Source.GENERATION;
import static org.skywatt.features.schema.Feature.Source.NWP;
import static org.skywatt.features.schema.Feature.Source.SATELLITE;
import static org.skywatt.features.schema.Formula.issue;
import static org.skywatt.features.schema.Formula.step;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.skywatt.core.sample.NwpSample;
import org.skywatt.core.sample.SatelliteSample;
import org.skywatt.features.schema.Feature.Group;
import org.skywatt.features.tier.InputTiers;
import org.skywatt.features.view.IssueSteps;

/**
 * How old each input is at the issue time, in hours. An age is missing exactly where its input is:
 * it is the flag of that, too.
 */
final class AgeFeatures {
  private static final String WHY = "old inputs count less, and missing ones not at all";

  private AgeFeatures() {}

  static List<Feature> wind() {
    return List.of(
        new Feature("nwp_age", "h", NWP, step(AgeFeatures::nwp)).because(Group.AGE, WHY),
        new Feature("generation_age", "h", GENERATION, issue(AgeFeatures::generation))
            .because(Group.AGE, WHY));
  }

  static List<Feature> solar() {
    List<Feature> features = new ArrayList<>(wind());
    features.add(
        new Feature("satellite_age", "h", SATELLITE, issue(AgeFeatures::satellite))
            .because(Group.AGE, WHY));
    return features;
  }

  /** Since the reference time of the run that tells of the step, or of the hour it lies in. */
  private static double nwp(IssueSteps known, int step) {
    NwpSample sample = known.weather().findAround(step).orElse(null);
    return sample == null ? Double.NaN : hours(sample.initTime(), known.issueTime());
  }

  private static double generation(IssueSteps known) {
    int oldest = known.oldest(InputTiers.OLDEST_READING);
    for (int step = known.newest(); step >= oldest; step--) {
      if (!Double.isNaN(known.fraction(step))) {
        return hours(known.grid().end(step), known.issueTime());
      }
    }
    return Double.NaN;
  }

  private static double satellite(IssueSteps known) {
    SatelliteSample scan = known.satellite().newest().orElse(null);
    return scan == null ? Double.NaN : hours(scan.scanTime(), known.issueTime());
  }

  private static double hours(Instant from, Instant to) {
    long whole =
        to.getEpochSecond() - from.getEpochSecond() - (to.getNano() < from.getNano() ? 1 : 0);
    return whole / 3600.0;
  }
}
