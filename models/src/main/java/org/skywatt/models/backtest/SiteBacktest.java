package org.skywatt.models.backtest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.skywatt.core.sample.GenerationSample;
import org.skywatt.core.time.Interval;
import org.skywatt.features.plan.Issue;
import org.skywatt.features.schema.FeatureRows;
import org.skywatt.features.schema.FeatureSchema;
import org.skywatt.features.tier.InputTiers;
import org.skywatt.features.view.SiteHistory;
import org.skywatt.features.view.SiteView;
import org.skywatt.models.train.TrainingRow;

/** Rows of one site, with labels for training and the truth for scoring. */
public final class SiteBacktest {
  private final SiteHistory history;
  private final FeatureSchema schema;
  private final Map<Instant, GenerationSample> generation = new HashMap<>();

  /**
   * @param generation one reading an interval, known when the interval ends
   */
  public SiteBacktest(
      SiteHistory history, FeatureSchema schema, List<GenerationSample> generation) {
    this.history = history;
    this.schema = schema;
    generation.forEach(sample -> this.generation.put(sample.end(), sample));
  }

  /**
   * Rows of every step of {@code issues}.
   *
   * @param fitUntil rows of steps that end by then have a label
   */
  public List<TrainingRow> rows(List<Issue> issues, Instant fitUntil) {
    List<TrainingRow> rows = new ArrayList<>();
    FeatureRows features = new FeatureRows(schema);
    for (Issue issue : issues) {
      SiteView view = history.at(issue.issueTime());
      for (int step = 0; step < issue.steps(); step++) {
        Interval interval = issue.interval(step);
        double truth = fraction(interval.end());
        rows.add(
            new TrainingRow(
                view.site().id().value(),
                issue.issueTime(),
                interval.end(),
                InputTiers.of(view, interval),
                view.sun().over(interval).night(),
                features.row(view, interval),
                interval.end().isAfter(fitUntil) ? Double.NaN : truth,
                truth));
      }
    }
    return rows;
  }

  private double fraction(Instant end) {
    GenerationSample sample = generation.get(end);
    return sample == null || !sample.isTrainable()
        ? Double.NaN
        : sample.powerKw() / history.site().capacityKw();
  }
}
