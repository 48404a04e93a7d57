package org.skywatt.features.schema;

import static org.skywatt.features.schema.Feature.Source.GENERATION;
import static org.skywatt.features.schema.Feature.Source.NWP;
import static org.skywatt.features.schema.Feature.Source.SATELLITE;
import static org.skywatt.features.schema.IssueFormula.issue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.skywatt.core.time.Interval;
import org.skywatt.features.schema.Feature.Group;
import org.skywatt.features.tier.InputTiers;
import org.skywatt.features.view.SiteView;

/**
 * How old each input is at the issue time, in hours. An age is missing exactly where its input is:
 * it is the flag of that, too.
 */
final class AgeFeatures {
  private static final String WHY = "old inputs count less, and missing ones not at all";

  private AgeFeatures() {}

  static List<Feature> wind() {
    return List.of(
        new Feature("nwp_age", "h", NWP, AgeFeatures::nwp).because(Group.AGE, WHY),
        new Feature("generation_age", "h", GENERATION, issue(AgeFeatures::generation))
            .because(Group.AGE, WHY));
  }

  static List<Feature> solar() {
    List<Feature> features = new ArrayList<>(wind());
    features.add(
        new Feature(
                "satellite_age",
                "h",
                SATELLITE,
                issue(
                    (view, step) ->
                        view.satellite()
                            .newest(Duration.ZERO, InputTiers.OLDEST_SCAN)
                            .map(scan -> hours(scan.scanTime(), view.issueTime()))
                            .orElse(Double.NaN)))
            .because(Group.AGE, WHY));
    return features;
  }

  /** Since the reference time of the run that tells of the step, or of the hour it lies in. */
  private static double nwp(SiteView view, Interval step) {
    return view.nwp()
        .findAround(step.end())
        .map(sample -> hours(sample.initTime(), view.issueTime()))
        .orElse(Double.NaN);
  }

  private static double generation(SiteView view, Duration step) {
    for (Instant end : view.generation().recentEnds(step, InputTiers.OLDEST_READING)) {
      if (!Double.isNaN(view.generation().fraction(end))) {
        return hours(end, view.issueTime());
      }
    }
    return Double.NaN;
  }

  private static double hours(Instant from, Instant to) {
    return Duration.between(from, to).toSeconds() / 3600.0;
  }
}
