package org.skywatt.models.predict;

import java.util.ArrayList;
import java.util.List;
import org.skywatt.core.forecast.QuantileLevels;
import org.skywatt.core.run.InputTier;
import org.skywatt.core.time.Interval;
import org.skywatt.features.plan.Issue;
import org.skywatt.features.schema.FeatureColumns;
import org.skywatt.features.schema.FeatureRows;
import org.skywatt.features.schema.FeatureSchema;
import org.skywatt.features.view.SiteView;
import org.skywatt.models.train.SiteModel;
import org.skywatt.models.train.TrainingRow;

/** One or several trained models of one technology with the features that they were trained on. */
public final class LearnedModel implements StepModel {
  private final FeatureSchema schema;
  private final List<SiteModel> models;
  private final List<Double> weights;

  public LearnedModel(FeatureSchema schema, SiteModel model) {
    this(schema, List.of(model), List.of(1.0));
  }

  /**
   * The mean of several models' percentiles, level by level.
   *
   * @param weights of the models, not negative; they add up to 1
   */
  public LearnedModel(FeatureSchema schema, List<SiteModel> models, List<Double> weights) {
    this.schema = schema;
    this.models = List.copyOf(models);
    this.weights = List.copyOf(weights);
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
    return models.size() == 1 ? models.get(0).percentiles(rows) : blended(rows);
  }

  private double[][] blended(List<TrainingRow> rows) {
    double[][] blended = new double[rows.size()][QuantileLevels.PERCENTILES.size()];
    for (int model = 0; model < models.size(); model++) {
      double[][] own = models.get(model).percentiles(rows);
      for (int step = 0; step < blended.length; step++) {
        for (int i = 0; i < blended[step].length; i++) {
          blended[step][i] += weights.get(model) * own[step][i];
        }
      }
    }
    return blended;
  }
}
