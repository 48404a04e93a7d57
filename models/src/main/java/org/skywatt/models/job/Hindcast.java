package org.skywatt.models.job;

import java.io.IOException;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.skywatt.core.site.Neighbours;
import org.skywatt.core.site.Site;
import org.skywatt.core.time.Interval;
import org.skywatt.features.job.FeatureJob;
import org.skywatt.features.job.SiteHistories;
import org.skywatt.features.plan.Issue;
import org.skywatt.features.schema.FeatureRows;
import org.skywatt.features.schema.FeatureSchema;
import org.skywatt.features.schema.Schemas;
import org.skywatt.features.tier.InputTiers;
import org.skywatt.features.view.SiteHistory;
import org.skywatt.features.view.SiteView;
import org.skywatt.models.bundle.ModelBundle;
import org.skywatt.models.score.Pinball;
import org.skywatt.models.train.SiteModel;
import org.skywatt.models.train.TrainingRow;

/**
 * Forecasts of bundles as they would have been made at past issue times, each with what was known
 * then, scored by the power that was metered since. Hours of night at solar sites, and power that
 * is flagged as not showing what the plant could give, are not scored.
 */
public final class Hindcast {
  private static final Duration MONTH = Duration.ofDays(30);

  private final SiteHistories histories;

  /**
   * Losses of a day and a lead, of all sites that a task had.
   *
   * @param day whole days since 1970 (UTC) of the steps' ends
   * @param leadHours from the issue to the steps' ends, rounded up
   * @param count how many steps were scored
   * @param crps sum of each bundle's, as fractions of capacity
   */
  public record Losses(long day, int leadHours, long count, double[] crps)
      implements Serializable {}

  /** What losses are summed by. */
  private record Key(long day, int leadHours) {}

  /** Sums of losses. */
  private static final class Sum {
    private long count;
    private final double[] crps;

    Sum(int models) {
      crps = new double[models];
    }
  }

  public Hindcast(SiteHistories histories) {
    this.histories = histories;
  }

  /**
   * Scores {@code bundles}, all of one technology, at {@code issues} in order of time, a month
   * after the other: sites and neighbours are those known when a month begins.
   *
   * @param knownAt power that became known later is not used
   */
  public List<Losses> run(List<ModelBundle> bundles, List<Issue> issues, Instant knownAt) {
    List<ModelBundle.Shipped> shipped = new ArrayList<>();
    bundles.forEach(bundle -> shipped.add(bundle.shipped()));
    String technology = bundles.get(0).card().technology();
    List<Losses> losses = new ArrayList<>();
    int from = 0;
    while (from < issues.size()) {
      Instant end = issues.get(from).issueTime().plus(MONTH);
      int to = from;
      while (to < issues.size() && issues.get(to).issueTime().isBefore(end)) {
        to++;
      }
      List<Issue> month = new ArrayList<>(issues.subList(from, to));
      losses.addAll(month(technology, shipped, month, knownAt));
      from = to;
    }
    return losses;
  }

  private List<Losses> month(
      String technology, List<ModelBundle.Shipped> bundles, List<Issue> issues, Instant knownAt) {
    List<Site> known = histories.sites(issues.get(0).issueTime());
    List<Site> sites = known.stream().filter(s -> s.technology().equals(technology)).toList();
    if (sites.isEmpty()) {
      return List.of();
    }
    Issue last = issues.get(issues.size() - 1);
    return histories.collect(
        sites,
        Neighbours.of(known),
        issues.get(0).issueTime().minus(FeatureJob.LOOK_BACK),
        last.interval(last.steps() - 1).end().plus(FeatureJob.LOOK_AHEAD),
        each -> score(each, bundles, issues, knownAt));
  }

  private static Iterator<Losses> score(
      Iterator<SiteHistory> histories,
      List<ModelBundle.Shipped> bundles,
      List<Issue> issues,
      Instant knownAt)
      throws IOException {
    List<SiteModel> models = new ArrayList<>();
    for (ModelBundle.Shipped bundle : bundles) {
      models.add(bundle.load());
    }
    FeatureSchema schema = Schemas.get(bundles.get(0).schemaName());
    Map<Key, Sum> sums = new HashMap<>();
    while (histories.hasNext()) {
      SiteHistory history = histories.next();
      SiteView known = history.at(knownAt);
      FeatureRows features = new FeatureRows(schema);
      for (Issue issue : issues) {
        List<TrainingRow> rows = rows(history, features, known, issue);
        for (int model = 0; model < models.size(); model++) {
          double[][] percentiles = models.get(model).percentiles(rows);
          for (int i = 0; i < percentiles.length; i++) {
            TrainingRow row = rows.get(i);
            long day = Math.floorDiv(row.validTime().getEpochSecond(), 86_400L);
            int hours = (int) ((row.lead().toMinutes() + 59) / 60);
            Sum sum = sums.computeIfAbsent(new Key(day, hours), any -> new Sum(models.size()));
            sum.count += model == 0 ? 1 : 0;
            sum.crps[model] += Pinball.crps(percentiles[i], row.truth());
          }
        }
      }
    }
    List<Losses> losses = new ArrayList<>();
    sums.forEach((key, sum) -> losses.add(new Losses(key.day, key.leadHours, sum.count, sum.crps)));
    return losses.iterator();
  }

  private static List<TrainingRow> rows(
      SiteHistory history, FeatureRows features, SiteView known, Issue issue) {
    SiteView view = history.at(issue.issueTime());
    boolean solar = history.site().technology().equals("solar");
    List<TrainingRow> rows = new ArrayList<>();
    for (int step = 0; step < issue.steps(); step++) {
      Interval interval = issue.interval(step);
      boolean night = view.sun().over(interval).night();
      double truth = known.generation().fraction(interval.end());
      if (!Double.isNaN(truth) && !(solar && night)) {
        rows.add(
            new TrainingRow(
                history.site().id().value(),
                issue.issueTime(),
                interval.end(),
                InputTiers.of(view, interval),
                night,
                features.row(view, interval),
                Double.NaN,
                truth));
      }
    }
    return rows;
  }
}
