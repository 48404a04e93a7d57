package org.skywatt.models.job;

import java.io.Serializable;
import java.time.Instant;
import java.util.Comparator;

/**
 * A backtested forecast beside what came true. Powers are fractions of capacity.
 *
 * @param dark whether this is a solar site with the sun down throughout
 * @param truth NaN if it is not known or does not show what the plant could give
 * @param percentiles 99 quantiles
 * @param persistence smart persistence; NaN if the schema has none or it could not be known
 * @param climatology 99 quantiles of the training period; null if there are none
 */
public record Prediction(
    String siteId,
    Instant issueTime,
    Instant validTime,
    boolean dark,
    double truth,
    double[] percentiles,
    double persistence,
    double[] climatology)
    implements Serializable {
  public static final Comparator<Prediction> ORDER =
      Comparator.comparing(Prediction::siteId)
          .thenComparing(Prediction::issueTime)
          .thenComparing(Prediction::validTime);

  /** The same step with other percentiles. */
  Prediction with(double[] others) {
    return new Prediction(
        siteId, issueTime, validTime, dark, truth, others, persistence, climatology);
  }
}
