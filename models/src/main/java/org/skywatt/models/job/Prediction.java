package org.skywatt.models.job;

import java.io.Serializable;
import java.time.Instant;
import java.util.Comparator;
import org.skywatt.models.evaluate.ScoredStep;

/**
 * A backtested forecast beside what came true. Powers are fractions of capacity.
 *
 * @param dark whether this is a solar site with the sun down throughout
 * @param truth NaN if it is not known or does not show what the plant could give
 * @param percentiles 99 quantiles
 * @param persistence smart persistence; NaN if the schema has none or it could not be known
 * @param climatology 99 quantiles of the reference beside smart persistence, such as those of the
 *     training period; null if there are none
 * @param tier inputs that the forecast had
 * @param weather class of the weather as foretold; empty if it is not known
 * @param baselines as in {@link ScoredStep}; empty if nobody asked
 */
public record Prediction(
    String siteId,
    Instant issueTime,
    Instant validTime,
    boolean dark,
    double truth,
    double[] percentiles,
    double persistence,
    double[] climatology,
    String tier,
    String weather,
    double[][] baselines)
    implements Serializable {
  public static final Comparator<Prediction> ORDER =
      Comparator.comparing(Prediction::siteId)
          .thenComparing(Prediction::issueTime)
          .thenComparing(Prediction::validTime);

  /** What is scored; its truth must be known. */
  public ScoredStep scored(double capacityKw) {
    return new ScoredStep(
        siteId, issueTime, validTime, tier, weather, capacityKw, truth, percentiles, baselines);
  }

  /** The same step with other percentiles. */
  Prediction with(double[] others) {
    return new Prediction(
        siteId,
        issueTime,
        validTime,
        dark,
        truth,
        others,
        persistence,
        climatology,
        tier,
        weather,
        baselines);
  }
}
