package org.skywatt.models.train;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import org.skywatt.core.run.InputTier;

/**
 * One site, issue and step.
 *
 * @param sunDown whether the sun stays below −0.833° throughout
 * @param label power that may be learned from, known when the model is fitted; fraction of
 *     capacity, NaN if there is none
 * @param truth power as finally known, to score with; fraction of capacity, NaN if there is none
 */
public record TrainingRow(
    String siteId,
    Instant issueTime,
    Instant validTime,
    InputTier tier,
    boolean sunDown,
    float[] features,
    double label,
    double truth)
    implements Serializable {
  /** The order in which rows are learned from, whatever the number of executors. */
  public static final Comparator<TrainingRow> ORDER =
      Comparator.comparing(TrainingRow::validTime)
          .thenComparing(TrainingRow::siteId)
          .thenComparing(TrainingRow::issueTime);

  /** The same row with other features. */
  TrainingRow with(float[] others) {
    return new TrainingRow(siteId, issueTime, validTime, tier, sunDown, others, label, truth);
  }

  /** The same row with another truth. */
  public TrainingRow scoredBy(double other) {
    return new TrainingRow(siteId, issueTime, validTime, tier, sunDown, features, label, other);
  }

  public Duration lead() {
    return Duration.between(issueTime, validTime);
  }
}
