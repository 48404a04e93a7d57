package org.skywatt.cli.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.skywatt.features.job.SiteHistories;
import org.skywatt.features.plan.Issue;
import org.skywatt.models.bundle.Card;
import org.skywatt.models.bundle.ModelBundle;
import org.skywatt.models.job.Hindcast;
import org.skywatt.models.score.DayBootstrap;

/**
 * Whether a model has become worse than its card says: its forecasts since it was fitted, made with
 * what was known then and scored by the power metered since, against its held-out days.
 *
 * @param card of the model
 * @param recent CRPS since it was fitted, fraction of capacity; null if no step can be scored
 */
record Drift(Card card, DayBootstrap recent) {
  /** Fewer days are the weather of a week. */
  static final int LEAST_DAYS = 5;

  /** Older issues cost as much to score and tell less of today. */
  private static final Duration LONGEST = Duration.ofDays(60);

  private static final Duration EVERY = Duration.ofHours(6);

  /**
   * @param until power that became known later is not used
   */
  static Drift of(
      SiteHistories histories, ModelBundle bundle, Instant until, Duration horizon, Duration step) {
    Instant fitted = Instant.parse(bundle.card().fitUntil());
    Instant from = fitted.isAfter(until.minus(LONGEST)) ? fitted : until.minus(LONGEST);
    List<Issue> issues = Issue.every(from, until.minus(horizon), EVERY, horizon, step);
    List<Hindcast.Losses> losses =
        issues.isEmpty() ? List.of() : new Hindcast(histories).run(List.of(bundle), issues, until);
    return new Drift(
        bundle.card(),
        losses.isEmpty()
            ? null
            : DayBootstrap.of(
                losses.stream().mapToDouble(each -> each.crps()[0]).toArray(),
                losses.stream().mapToLong(Hindcast.Losses::count).toArray(),
                losses.stream().mapToLong(Hindcast.Losses::day).toArray()));
  }

  /** Whether it is surely worse: 97.5% of the draws of days are above the card's CRPS. */
  boolean isSure() {
    return recent != null
        && recent.days() >= LEAST_DAYS
        && recent.lower() > card.validation().overall().crps();
  }

  @Override
  public String toString() {
    if (recent == null || recent.days() < LEAST_DAYS) {
      return String.format(
          Locale.ROOT,
          "%s is kept: %d days since it was fitted are too few to tell, %d are needed",
          card.id(),
          recent == null ? 0 : recent.days(),
          LEAST_DAYS);
    }
    return String.format(
        Locale.ROOT,
        "%s %s: CRPS %.2f%% of capacity (%.2f to %.2f) over %d days since, %.2f%% on its card",
        card.id(),
        isSure() ? "has drifted" : "is kept",
        100 * recent.mean(),
        100 * recent.lower(),
        100 * recent.upper(),
        recent.days(),
        100 * card.validation().overall().crps());
  }
}
