package org.skywatt.models.train;

import java.io.Serializable;
import java.util.List;

/** A way to learn percentiles from rows of features. */
public interface Learner extends Serializable {
  String name();

  /** Name of the feature schema of the rows. */
  String schema();

  /** Whether rows with the sun down are left out and forecast as zero. */
  boolean solar();

  /** One model for all sites, or one a site. */
  boolean pooled();

  /** The same with a {@code times}-th of the training: worse, for a try of what is around it. */
  default Learner quicker(int times) {
    return this;
  }

  /**
   * @param rows rows of the group; those without a label are left out
   * @throws IllegalArgumentException if too few rows have a label
   */
  PercentileModel learn(List<TrainingRow> rows);
}
