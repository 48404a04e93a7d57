package org.skywatt.models.job;

import java.io.IOException;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
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
  private final SiteHistories histories;

  /**
   * One step of one forecast.
   *
   * @param crps of each bundle, as a fraction of capacity
   */
  public record Scored(String siteId, Instant issueTime, Instant end, double[] crps)
      implements Serializable {
    public Duration lead() {
      return Duration.between(issueTime, end);
    }
  }

  public Hindcast(SiteHistories histories) {
    this.histories = histories;
  }

  /**
   * Scores {@code bundles}, all of the technology of {@code sites}, at {@code issues} in order of
   * time.
   *
   * @param knownAt power that became known later is not used
   */
  public List<Scored> run(
      List<Site> sites, List<ModelBundle> bundles, List<Issue> issues, Instant knownAt) {
    List<ModelBundle.Shipped> shipped = bundles.stream().map(ModelBundle::shipped).toList();
    Instant from = issues.get(0).issueTime().minus(FeatureJob.LOOK_BACK);
    Issue last = issues.get(issues.size() - 1);
    Instant to = last.interval(last.steps() - 1).end().plus(FeatureJob.LOOK_AHEAD);
    return histories.collect(
        sites,
        Neighbours.of(histories.sites(last.issueTime())),
        from,
        to,
        each -> score(each, new ArrayList<>(shipped), issues, knownAt));
  }

  private static Iterator<Scored> score(
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
    List<Scored> scored = new ArrayList<>();
    while (histories.hasNext()) {
      SiteHistory history = histories.next();
      SiteView known = history.at(knownAt);
      FeatureRows features = new FeatureRows(schema);
      for (Issue issue : issues) {
        List<TrainingRow> rows = rows(history, features, known, issue);
        List<double[][]> percentiles = new ArrayList<>();
        models.forEach(model -> percentiles.add(model.percentiles(rows)));
        for (int i = 0; i < rows.size(); i++) {
          double[] crps = new double[models.size()];
          for (int model = 0; model < crps.length; model++) {
            crps[model] = Pinball.crps(percentiles.get(model)[i], rows.get(i).truth());
          }
          scored.add(
              new Scored(rows.get(i).siteId(), issue.issueTime(), rows.get(i).validTime(), crps));
        }
      }
    }
    return scored.iterator();
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
