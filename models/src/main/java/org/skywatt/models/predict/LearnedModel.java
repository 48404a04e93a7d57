package org.skywatt.models.predict;

import java.util.ArrayList;
import java.util.List;
import org.skywatt.core.run.InputTier;
import org.skywatt.core.time.Interval;
import org.skywatt.features.plan.Issue;
import org.skywatt.features.schema.FeatureColumns;
import org.skywatt.features.schema.FeatureRows;
import org.skywatt.features.schema.FeatureSchema;
import org.skywatt.features.view.SiteView;
import org.skywatt.models.train.SiteModel;
import org.skywatt.models.train.TrainingRow;

/** A trained model with the features that it was trained on. */
public final class LearnedModel implements StepModel {
  private final FeatureSchema schema;
  private final SiteModel model;

  public LearnedModel(FeatureSchema schema, SiteModel model) {
    this.schema = schema;
    this.model = model;
  }

  @Override
  public double[][] percentiles(SiteView view, Issue issue, List<InputTier> tiers) {
    FeatureColumns features = new FeatureRows(schema).of(view, issue);
    List<TrainingRow> rows = new ArrayList<>();
    for (int step = 0; step < issue.steps(); step++) {
      Interval interval = issue.interval(step);
      rows.add(
          new TrainingRow(
              view.site().id().value(),
              issue.issueTime(),
              interval.end(),
              tiers.get(step),
              view.sun().over(interval).night(),
              features.row(step),
              Double.NaN,
              Double.NaN));
    }
    return model.percentiles(rows);
  }
}
