package org.skywatt.features.schema;

/**
 * Features of the steps of an issue, a column a feature.
 *
 * @param steps how many steps there are
 * @param values one column after the other, each with a value a step; NaN where not known
 */
public record FeatureColumns(int steps, float[] values) {
  /** Feature {@code feature} at step {@code step}, both from 0. */
  public float get(int feature, int step) {
    return values[feature * steps + step];
  }

  /** Every feature of one step, in order. */
  public float[] row(int step) {
    float[] row = new float[values.length / steps];
    for (int feature = 0; feature < row.length; feature++) {
      row[feature] = values[feature * steps + step];
    }
    return row;
  }
}
