package org.skywatt.features.schema;

import static org.skywatt.features.schema.Feature.Source.GENERATION;
import static org.skywatt.features.schema.Feature.Source.TIME;
import static org.skywatt.features.schema.IssueFormula.issue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.skywatt.core.site.SolarSite;
import org.skywatt.core.time.Interval;
import org.skywatt.features.schema.Feature.Group;
import org.skywatt.features.tier.InputTiers;
import org.skywatt.features.view.GenerationView;
import org.skywatt.features.view.SiteView;

/** What the plant itself did lately. */
public final class GenerationFeatures {
  /** Name of the feature that is also the reference forecast of every report. */
  public static final String SMART_PERSISTENCE = "smart_persistence";

  /** Below this, a ratio to the clear sky is mostly noise. */
  private static final double LEAST_CLEAR_WM2 = 50;

  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration SIX_HOURS = Duration.ofHours(6);
  private static final int DAYS = 7;

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
        new Feature(
                "generation_mean_day",
                "1",
                GENERATION,
                issue((view, step) -> view.generation().mean(step, DAY)))
            .because(Group.GENERATION, "the level of the last day"),
        new Feature(
                "generation_deviation",
                "1",
                GENERATION,
                issue((view, step) -> view.generation().deviation(step, SIX_HOURS)))
            .because(Group.GENERATION, "how much power jumps about"),
        new Feature(
                "generation_days_mean",
                "1",
                GENERATION,
                (view, step) -> {
                  double sum = 0;
                  int count = 0;
                  Instant end = newestKnowable(view, step);
                  for (int day = 0; day < DAYS; day++) {
                    double fraction = view.generation().fraction(end);
                    if (!Double.isNaN(fraction)) {
                      sum += fraction;
                      count++;
                    }
                    end = end.minus(DAY);
                  }
                  return count == 0 ? Double.NaN : sum / count;
                })
            .because(Group.GENERATION, "the plant's week at this time of day"));
  }

  /** The end of the same step on the newest day on which it is over. */
  private static Instant newestKnowable(SiteView view, Interval step) {
    Instant end = step.end();
    while (end.isAfter(view.issueTime())) {
      end = end.minus(DAY);
    }
    return end;
  }

  /** For sites whose power the sun does not tell. */
  static List<Feature> wind() {
    return List.of(
        new Feature(
                "lead",
                "h",
                TIME,
                (view, step) -> Duration.between(view.issueTime(), step.end()).toMinutes() / 60.0)
            .because(Group.CALENDAR, "what weighs more: the latest reading or the weather model"),
        new Feature(
                "latest_generation", "1", GENERATION, issue((view, step) -> latest(view, step, 0)))
            .because(Group.GENERATION, "what the plant does now"),
        new Feature(
                "generation_before", "1", GENERATION, issue((view, step) -> latest(view, step, 1)))
            .because(Group.GENERATION, "whether power rises or falls"),
        new Feature(SMART_PERSISTENCE, "1", GENERATION, GenerationFeatures::smartPersistence)
            .because(Group.GENERATION, "the reference that has to be beaten"),
        new Feature(
                "generation_days_ago",
                "1",
                GENERATION,
                GenerationFeatures::sameTimeOnNewestKnownDay)
            .because(Group.GENERATION, "habits of the plant at this time of day"));
  }

  /**
   * Smart persistence. Solar: the mean ratio of observed power to clear-sky irradiance in the plane
   * of the modules over the last three hours, clipped to [0, 2] of what full sun gives, times the
   * clear sky of the step. Wind: the latest power.
   *
   * @return fraction of capacity; where there is no reading, or it was dark, the power of the same
   *     time on the newest known day; NaN if that is not known either
   */
  private static double smartPersistence(SiteView view, Interval step) {
    if (!(view.site() instanceof SolarSite)) {
      double latest = latest(view, step.length(), 0);
      return Double.isNaN(latest) ? sameTimeOnNewestKnownDay(view, step) : latest;
    }
    if (view.sun().over(step).night()) {
      return 0;
    }
    double ratio = clearRatio(view, step.length());
    if (Double.isNaN(ratio)) {
      return sameTimeOnNewestKnownDay(view, step);
    }
    return Math.min(1, ratio * view.sun().over(step).clearSkyPlaneWm2() / 1000);
  }

  /** Power as a fraction of capacity, over clear-sky irradiance in kW/m²; NaN in the dark. */
  private static double clearRatio(SiteView view, Duration length) {
    if (!(view.site() instanceof SolarSite)) {
      return Double.NaN;
    }
    return view.generation().clearRatio(length, readings -> clearRatio(view, readings, length));
  }

  private static double clearRatio(SiteView view, GenerationView readings, Duration length) {
    double power = 0;
    double clear = 0;
    for (Instant end : readings.recentEnds(length, InputTiers.OLDEST_READING)) {
      double fraction = readings.fraction(end);
      double plane = view.sun().over(Interval.endingAt(end, length)).clearSkyPlaneWm2();
      if (!Double.isNaN(fraction) && plane >= LEAST_CLEAR_WM2) {
        power += fraction;
        clear += plane / 1000;
      }
    }
    return clear > 0 ? Math.min(power / clear, 2) : Double.NaN;
  }

  /** The newest known power, or the one {@code before} readings earlier; NaN if too old. */
  private static double latest(SiteView view, Duration length, int before) {
    int seen = 0;
    for (Instant end : view.generation().recentEnds(length, InputTiers.OLDEST_READING)) {
      double fraction = view.generation().fraction(end);
      if (!Double.isNaN(fraction) && seen++ == before) {
        return fraction;
      }
    }
    return Double.NaN;
  }

  private static double sameTimeOnNewestKnownDay(SiteView view, Interval step) {
    Instant end = newestKnowable(view, step);
    for (int day = 0; day < DAYS; day++) {
      double fraction = view.generation().fraction(end);
      if (!Double.isNaN(fraction)) {
        return fraction;
      }
      end = end.minus(DAY);
    }
    return Double.NaN;
  }
}
