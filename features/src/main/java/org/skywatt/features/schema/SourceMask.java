package org.skywatt.features.schema;

import java.util.Set;
import org.skywatt.features.schema.Feature.Source;

/**
 * Rows as they are without some sources: those of forecasts while inputs are out, and those that a
 * model learns from to bear that.
 */
public final class SourceMask {
  private final boolean[] missing;
  private final boolean any;

  private SourceMask(boolean[] missing, boolean any) {
    this.missing = missing;
    this.any = any;
  }

  /** The mask of the features of {@code schema} that cannot be known without {@code sources}. */
  public static SourceMask of(FeatureSchema schema, Set<Source> sources) {
    float[] known = schema.without(new float[schema.size()], sources);
    boolean[] missing = new boolean[known.length];
    boolean any = false;
    for (int i = 0; i < known.length; i++) {
      missing[i] = Float.isNaN(known[i]);
      any |= missing[i];
    }
    return new SourceMask(missing, any);
  }

  /** {@code row} itself if nothing is missing. */
  public float[] apply(float[] row) {
    if (!any) {
      return row;
    }
    float[] masked = row.clone();
    apply(masked, 1, 0);
    return masked;
  }

  /** Masks step {@code step} of {@code steps}, where {@code columns} has a column a feature. */
  void apply(float[] columns, int steps, int step) {
    for (int i = 0; i < missing.length; i++) {
      if (missing[i]) {
        columns[i * steps + step] = Float.NaN;
      }
    }
  }

  /** Whether {@code row} knows any of the masked features; true if there are none to mask. */
  public boolean isKnown(float[] row) {
    for (int i = 0; i < missing.length; i++) {
      if (missing[i] && !Float.isNaN(row[i])) {
        return true;
      }
    }
    return !any;
  }
}
