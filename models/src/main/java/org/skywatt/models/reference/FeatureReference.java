package org.skywatt.models.reference;

import java.util.List;
import org.skywatt.models.baseline.Baselines;
import org.skywatt.models.train.TrainingRow;

/**
 * A baseline that is one of the features: the latest power (persistence), smart persistence, the
 * same time of the newest day known (yesterday), or the plant's physics in the forecast weather.
 */
final class FeatureReference extends Reference {
  private static final long serialVersionUID = 1L;

  private final String feature;

  /**
   * @param feature a fraction of capacity
   */
  FeatureReference(String name, String schema, boolean solar, String feature) {
    super(name, schema, solar);
    this.feature = feature;
  }

  @Override
  Rule fit(List<TrainingRow> past) {
    int at = indexOf(feature);
    return row -> Baselines.point(row.features()[at]);
  }
}
