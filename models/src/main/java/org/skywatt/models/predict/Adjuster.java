package org.skywatt.models.predict;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.skywatt.core.forecast.QuantileForecast;
import org.skywatt.core.forecast.QuantileLevels;
import org.skywatt.core.run.InputTier;
import org.skywatt.core.time.Interval;
import org.skywatt.features.plan.Issue;
import org.skywatt.features.tier.InputTiers;
import org.skywatt.features.view.SiteHistory;
import org.skywatt.features.view.SiteView;
import org.skywatt.models.adjust.Adjustment;
import org.skywatt.models.adjust.RecentErrors;

/**
 * Finds how a site's forecast should be moved: makes again what the same model would have said at
 * the same time of each of the last days, with what was known then, and holds it against the
 * readings known now. Forecasts of a time that the model has learned from are no evidence, and
 * neither are days whose capacity became known since.
 */
public final class Adjuster {
  /** Days that are looked at. */
  public static final int DAYS = 14;

  private static final Duration ONE_DAY = Duration.ofDays(1);

  private final StepModel model;
  private final Instant fitUntil;

  /**
   * What was found.
   *
   * @param made forecasts that were made for it
   */
  public record Found(Adjustment adjustment, int made) {}

  /**
   * @param fitUntil what the model has learned from became known until then
   */
  public Adjuster(StepModel model, Instant fitUntil) {
    this.model = model;
    this.fitUntil = fitUntil;
  }

  /**
   * The first issue that is looked at for one at {@code issueTime}: the oldest of the last days
   * that the model has not learned from; {@code issueTime} itself if these are too few.
   */
  public static Instant first(Instant issueTime, Instant fitUntil) {
    int days = 0;
    while (days < DAYS && !before(issueTime, days + 1).isBefore(fitUntil)) {
      days++;
    }
    return days < RecentErrors.LEAST_DAYS ? issueTime : before(issueTime, days);
  }

  private static Instant before(Instant issueTime, int days) {
    return issueTime.minus(ONE_DAY.multipliedBy(days));
  }

  /** What {@code issue}'s forecast of the site should be moved by. */
  public Found find(SiteHistory history, Issue issue) {
    RecentErrors errors = new RecentErrors();
    SiteView known = history.at(issue.issueTime());
    int made = 0;
    Instant first = first(issue.issueTime(), fitUntil);
    for (Instant time = first; time.isBefore(issue.issueTime()); time = time.plus(ONE_DAY)) {
      Issue past = new Issue(time, issue.step(), issue.steps());
      made += add(past, history.at(time), known, errors) ? 1 : 0;
    }
    return new Found(errors.adjustment(), made);
  }

  /** False if none of its steps is metered. */
  private boolean add(Issue past, SiteView then, SiteView known, RecentErrors errors) {
    double[] metered = new double[past.steps()];
    boolean any = false;
    for (int step = 0; step < metered.length; step++) {
      metered[step] = metered(past.interval(step), then, known);
      any |= !Double.isNaN(metered[step]);
    }
    if (!any) {
      return false;
    }
    List<InputTier> tiers = new ArrayList<>();
    for (int step = 0; step < past.steps(); step++) {
      tiers.add(InputTiers.of(then, past.interval(step)));
    }
    double[][] percentiles = model.percentiles(then, past, tiers);
    for (int step = 0; step < metered.length; step++) {
      if (!Double.isNaN(metered[step])) {
        Instant end = past.interval(step).end();
        errors.add(
            Duration.between(past.issueTime(), end),
            RecentErrors.day(end),
            mean(percentiles[step]),
            metered[step]);
      }
    }
    return true;
  }

  private static double metered(Interval interval, SiteView then, SiteView known) {
    double capacityKw = known.generation().capacityKw(interval.end());
    return then.generation().capacityKw(interval.end()) == capacityKw
        ? known.generation().fraction(interval.end())
        : Double.NaN;
  }

  private static double mean(double[] percentiles) {
    return QuantileForecast.rearranged(QuantileLevels.PERCENTILES, percentiles, 1).mean();
  }
}
