package org.skywatt.features.schema;

import static org.skywatt.features.schema.Feature.Source.GENERATION;
import static org.skywatt.features.schema.Feature.Source.TIME;
import static org.skywatt.features.schema.Formula.day;
import static org.skywatt.features.schema.Formula.issue;
import static org.skywatt.features.schema.Formula.step;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.skywatt.core.site.SolarSite;
import org.skywatt.features.schema.Feature.Group;
import org.skywatt.features.tier.InputTiers;
import org.skywatt.features.view.IssueSteps;
import org.skywatt.features.view.SunStep;

/** What the plant itself did lately. */
public final class GenerationFeatures {
  /** Name of the feature that is also the reference forecast of every report. */
  public static final String SMART_PERSISTENCE = "smart_persistence";

  /** Below this, a ratio to the clear sky is mostly noise. */
  private static final double LEAST_CLEAR_WM2 = 50;

  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration SIX_HOURS = Duration.ofHours(6);
  private static final int DAYS = 7;

  /** What smart persistence needs of an issue. */
  private static final ToDoubleFunction<IssueSteps> CLEAR_RATIO = GenerationFeatures::clearRatio;

  private static final ToDoubleFunction<IssueSteps> LATEST = GenerationFeatures::latest;

  private GenerationFeatures() {}

  /** For solar sites. */
  static List<Feature> all() {
    List<Feature> features = new ArrayList<>(wind());
    features.add(
        new Feature("clear_ratio", "1", GENERATION, issue(GenerationFeatures::clearRatio))
            .because(Group.GENERATION, "the sky and the plant of the last hours, in one number"));
    return features;
  }

  /** Statistics of the last hours and days. */
  static List<Feature> statistics() {
    return List.of(
        new Feature("generation_mean_day", "1", GENERATION, issue(known -> mean(known, DAY)))
            .because(Group.GENERATION, "the level of the last day"),
        new Feature(
                "generation_deviation",
                "1",
                GENERATION,
                issue(known -> deviation(known, SIX_HOURS)))
            .because(Group.GENERATION, "how much power jumps about"),
        new Feature("generation_days_mean", "1", GENERATION, day(GenerationFeatures::meanOfDays))
            .because(Group.GENERATION, "the plant's week at this time of day"));
  }

  /** For sites whose power the sun does not tell. */
  static List<Feature> wind() {
    return List.of(
        new Feature("lead", "h", TIME, step(GenerationFeatures::leadHours))
            .because(Group.CALENDAR, "what weighs more: the latest reading or the weather model"),
        new Feature("latest_generation", "1", GENERATION, issue(GenerationFeatures::latest))
            .because(Group.GENERATION, "what the plant does now"),
        new Feature("generation_before", "1", GENERATION, issue(known -> latest(known, 1)))
            .because(Group.GENERATION, "whether power rises or falls"),
        new Feature(SMART_PERSISTENCE, "1", GENERATION, step(GenerationFeatures::smartPersistence))
            .because(Group.GENERATION, "the reference that has to be beaten"),
        new Feature(
                "generation_days_ago",
                "1",
                GENERATION,
                day(GenerationFeatures::sameTimeOnNewestKnownDay))
            .because(Group.GENERATION, "habits of the plant at this time of day"));
  }

  /** From the issue to the end of the step, in whole minutes. */
  private static double leadHours(IssueSteps known, int step) {
    long minutes = known.grid().secondsToEnd(known.issueTime(), step) / 60;
    return minutes / 60.0;
  }

  /**
   * Smart persistence. Solar: the mean ratio of observed power to clear-sky irradiance in the plane
   * of the modules over the last three hours, clipped to [0, 2] of what full sun gives, times the
   * clear sky of the step. Wind: the latest power.
   *
   * @return fraction of capacity; where there is no reading, or it was dark, the power of the same
   *     time on the newest known day; NaN if that is not known either
   */
  private static double smartPersistence(IssueSteps known, int step) {
    if (!(known.site() instanceof SolarSite)) {
      double latest = known.once(LATEST);
      return Double.isNaN(latest) ? sameTimeOnNewestKnownDay(known, step) : latest;
    }
    SunStep sun = known.sun().at(step);
    if (sun.night()) {
      return 0;
    }
    double ratio = known.once(CLEAR_RATIO);
    if (Double.isNaN(ratio)) {
      return sameTimeOnNewestKnownDay(known, step);
    }
    return Math.min(1, ratio * sun.clearSkyPlaneWm2() / 1000);
  }

  /** Power as a fraction of capacity, over clear-sky irradiance in kW/m²; NaN in the dark. */
  private static double clearRatio(IssueSteps known) {
    if (!(known.site() instanceof SolarSite)) {
      return Double.NaN;
    }
    double power = 0;
    double clear = 0;
    int oldest = known.oldest(InputTiers.OLDEST_READING);
    for (int step = known.newest(); step >= oldest; step--) {
      double fraction = known.fraction(step);
      double plane = known.sun().at(step).clearSkyPlaneWm2();
      if (!Double.isNaN(fraction) && plane >= LEAST_CLEAR_WM2) {
        power += fraction;
        clear += plane / 1000;
      }
    }
    return clear > 0 ? Math.min(power / clear, 2) : Double.NaN;
  }

  /** The newest known power; NaN if too old. */
  private static double latest(IssueSteps known) {
    return latest(known, 0);
  }

  /** The newest known power, or the one {@code before} readings earlier; NaN if too old. */
  private static double latest(IssueSteps known, int before) {
    int seen = 0;
    int oldest = known.oldest(InputTiers.OLDEST_READING);
    for (int step = known.newest(); step >= oldest; step--) {
      double fraction = known.fraction(step);
      if (!Double.isNaN(fraction) && seen++ == before) {
        return fraction;
      }
    }
    return Double.NaN;
  }

  /** Mean of the known fractions over the {@code last} hours; NaN where none is known. */
  private static double mean(IssueSteps known, Duration last) {
    double sum = 0;
    int count = 0;
    int oldest = known.oldest(last);
    for (int step = known.newest(); step >= oldest; step--) {
      double fraction = known.fraction(step);
      if (!Double.isNaN(fraction)) {
        sum += fraction;
        count++;
      }
    }
    return count == 0 ? Double.NaN : sum / count;
  }

  /** Their standard deviation; NaN where fewer than two are known. */
  private static double deviation(IssueSteps known, Duration last) {
    double mean = mean(known, last);
    double squares = 0;
    int count = 0;
    int oldest = known.oldest(last);
    for (int step = known.newest(); step >= oldest; step--) {
      double off = known.fraction(step) - mean;
      if (!Double.isNaN(off)) {
        squares += off * off;
        count++;
      }
    }
    return count < 2 ? Double.NaN : Math.sqrt(squares / (count - 1));
  }

  private static double sameTimeOnNewestKnownDay(IssueSteps known, int step) {
    int day = known.stepsADay();
    int same = known.onNewestDay(step);
    for (int back = 0; back < DAYS; back++) {
      double fraction = known.fraction(same - back * day);
      if (!Double.isNaN(fraction)) {
        return fraction;
      }
    }
    return Double.NaN;
  }

  /** Over the newest days on which the step is over. */
  private static double meanOfDays(IssueSteps known, int step) {
    int day = known.stepsADay();
    int same = known.onNewestDay(step);
    double sum = 0;
    int count = 0;
    for (int back = 0; back < DAYS; back++) {
      double fraction = known.fraction(same - back * day);
      if (!Double.isNaN(fraction)) {
        sum += fraction;
        count++;
      }
    }
    return count == 0 ? Double.NaN : sum / count;
  }
}
