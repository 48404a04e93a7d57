package org.skywatt.models.train;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.skywatt.features.schema.FeatureSchema;

/**
 * Turns rows into what a network takes: features less their mean, over their standard deviation,
 * within ±5; 0 where they are missing; and which site it is, as one value a site.
 */
final class Inputs {
  private static final float FARTHEST = 5;

  private final int[] features;
  private final float[] means;
  private final float[] scales;
  private final List<String> sites;

  private Inputs(int[] features, List<String> sites) {
    this.features = features;
    this.sites = sites;
    this.means = new float[features.length];
    this.scales = new float[features.length];
  }

  /**
   * @param unused names of features that are left out
   */
  static Inputs fit(FeatureSchema schema, Set<String> unused, List<TrainingRow> rows) {
    int[] features = new int[schema.size()];
    int used = 0;
    for (int i = 0; i < features.length; i++) {
      if (!unused.contains(schema.names().get(i))) {
        features[used++] = i;
      }
    }
    Inputs inputs =
        new Inputs(
            Arrays.copyOf(features, used),
            rows.stream().map(TrainingRow::siteId).distinct().sorted().toList());
    for (int i = 0; i < used; i++) {
      inputs.fit(i, rows);
    }
    return inputs;
  }

  private void fit(int index, List<TrainingRow> rows) {
    double sum = 0;
    double squares = 0;
    int count = 0;
    for (TrainingRow row : rows) {
      double value = row.features()[features[index]];
      if (!Double.isNaN(value)) {
        sum += value;
        squares += value * value;
        count++;
      }
    }
    double mean = count == 0 ? 0 : sum / count;
    double variance = count == 0 ? 0 : squares / count - mean * mean;
    means[index] = (float) mean;
    scales[index] = variance > 1e-12 * (1 + mean * mean) ? (float) (1 / Math.sqrt(variance)) : 0;
  }

  int width() {
    return features.length + sites.size();
  }

  /** Rows one after the other, {@link #width()} values each. */
  float[] of(List<TrainingRow> rows) {
    float[] values = new float[Math.multiplyExact(rows.size(), width())];
    int at = 0;
    for (TrainingRow row : rows) {
      for (int i = 0; i < features.length; i++) {
        float value = (row.features()[features[i]] - means[i]) * scales[i];
        values[at + i] = Float.isNaN(value) ? 0 : Math.min(Math.max(value, -FARTHEST), FARTHEST);
      }
      int site = sites.indexOf(row.siteId());
      if (site >= 0) {
        values[at + features.length + site] = 1;
      }
      at += width();
    }
    return values;
  }
}
