package org.skywatt.cli.model;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.skywatt.features.job.SiteHistories;
import org.skywatt.features.plan.Issue;
import org.skywatt.models.bundle.Card;
import org.skywatt.models.bundle.ModelBundle;
import org.skywatt.models.job.Hindcast;
import org.skywatt.models.score.PairedBootstrap;

/**
 * Two models on the same forecasts of the past, none of which either has learned from.
 *
 * @param losses CRPS as a fraction of capacity, by group of leads; under {@code all} of all
 */
record Comparison(
    Card first,
    Card second,
    Instant from,
    Instant to,
    long n,
    Map<String, PairedBootstrap> losses) {
  private static final String ALL = "all";

  private static final int LAST = Integer.MAX_VALUE;

  /** Leads up to so many hours stand together. */
  private static final int[] LEADS = {2, 6, 12, 24, 48, LAST};

  /** Issues from {@code from}, each so far ahead that all of it is over at {@code to}. */
  record Period(Instant from, Instant to, Duration every, Duration horizon, Duration step) {
    List<Issue> issues() {
      return Issue.every(from, to.minus(horizon), every, horizon, step);
    }
  }

  /** When both were fitted: what came later neither has seen. */
  static Instant bothFitted(Card one, Card other) {
    Instant first = Instant.parse(one.fitUntil());
    Instant second = Instant.parse(other.fitUntil());
    return first.isAfter(second) ? first : second;
  }

  /**
   * @throws IOException if nothing can be compared
   */
  static Comparison of(
      SiteHistories histories, ModelBundle first, ModelBundle second, Period period)
      throws IOException {
    Card one = first.card();
    Card other = second.card();
    if (!one.technology().equals(other.technology())) {
      throw new IOException(one.id() + " and " + other.id() + " are of different technologies");
    }
    Instant fitted = bothFitted(one, other);
    if (period.from().isBefore(fitted)) {
      throw new IOException(
          "forecasts from "
              + period.from()
              + " on would be of what was learned from until "
              + fitted);
    }
    List<Issue> issues = period.issues();
    List<Hindcast.Losses> scored =
        issues.isEmpty()
            ? List.of()
            : new Hindcast(histories).run(List.of(first, second), issues, period.to());
    if (scored.isEmpty()) {
      throw new IOException(
          "nothing to compare on: no forecast from "
              + period.from()
              + " on is over by "
              + period.to()
              + " and metered (both models were fitted by "
              + fitted
              + ")");
    }
    Map<String, PairedBootstrap> losses = new LinkedHashMap<>();
    losses.put(ALL, paired(scored));
    for (int i = 0; i < LEADS.length; i++) {
      int after = i == 0 ? 0 : LEADS[i - 1];
      int to = LEADS[i];
      List<Hindcast.Losses> group =
          scored.stream()
              .filter(each -> each.leadHours() > after && each.leadHours() <= to)
              .toList();
      if (!group.isEmpty()) {
        losses.put(to == LAST ? "over " + after + " h" : after + "-" + to + " h", paired(group));
      }
    }
    long steps = scored.stream().mapToLong(Hindcast.Losses::count).sum();
    return new Comparison(one, other, period.from(), period.to(), steps, losses);
  }

  private static PairedBootstrap paired(List<Hindcast.Losses> scored) {
    return PairedBootstrap.of(
        scored.stream().mapToDouble(each -> each.crps()[0]).toArray(),
        scored.stream().mapToDouble(each -> each.crps()[1]).toArray(),
        scored.stream().mapToLong(Hindcast.Losses::count).toArray(),
        scored.stream().mapToLong(Hindcast.Losses::day).toArray());
  }

  PairedBootstrap overall() {
    return losses.get(ALL);
  }

  /** Fields as in the JSON that {@code --json} prints. */
  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("first", first.id());
    json.put("second", second.id());
    json.put("from", from.toString());
    json.put("to", to.toString());
    json.put("n", n);
    Map<String, Object> leads = new LinkedHashMap<>();
    losses.forEach(
        (lead, pair) ->
            leads.put(
                lead,
                Map.of(
                    "crpsFirst", pair.first(),
                    "crpsSecond", pair.second(),
                    "change", pair.change(),
                    "lower", pair.lower(),
                    "upper", pair.upper(),
                    "days", pair.days())));
    json.put("leads", leads);
    return json;
  }

  void print(PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "second: %s (%d kB, %.0f J), first: %s (%d kB, %.0f J); CRPS of capacity%n",
        second.id(),
        second.sizeBytes() / 1000,
        second.joules(),
        first.id(),
        first.sizeBytes() / 1000,
        first.joules());
    out.printf("%d forecast steps issued from %s, over by %s%n", n, from, to);
    out.printf(
        "  %-10s %10s %10s   change (95%% of days drawn again)%n", "lead", "first", "second");
    losses.forEach(
        (lead, pair) ->
            out.printf(
                Locale.ROOT,
                "  %-10s %9.3f%% %9.3f%%   %+.1f%% (%+.1f to %+.1f), %d days%n",
                lead,
                100 * pair.first(),
                100 * pair.second(),
                100 * pair.change(),
                100 * pair.lower(),
                100 * pair.upper(),
                pair.days()));
    out.flush();
  }
}
