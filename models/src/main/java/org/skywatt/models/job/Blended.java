package org.skywatt.models.job;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.skywatt.models.train.Blend;
import org.skywatt.models.train.Shaping;
import scala.Tuple2;

/** Puts the forecasts of a blend's members together. */
final class Blended {
  private static final Duration LONGEST_STEP = Duration.ofHours(1);

  private Blended() {}

  /**
   * The weighted mean of the members' quantiles, shaped, sorted by site, issue and step.
   *
   * @param learned lists of predictions, each with the number of the member that made it; every
   *     member forecasts the same steps
   */
  static List<Prediction> of(Blend blend, List<Tuple2<Integer, List<Prediction>>> learned) {
    List<List<Prediction>> byMember = new ArrayList<>();
    blend.members().forEach(member -> byMember.add(new ArrayList<>()));
    learned.forEach(part -> byMember.get(part._1).addAll(part._2));
    byMember.forEach(predictions -> predictions.sort(Prediction.ORDER));
    double[][] mean =
        blend.mean(
            byMember.stream()
                .map(own -> own.stream().map(Prediction::percentiles).toArray(double[][]::new))
                .toList());
    List<Prediction> blended = new ArrayList<>(mean.length);
    List<Prediction> steps = byMember.get(0);
    for (int i = 0; i < mean.length; i++) {
      blended.add(steps.get(i).with(shaped(blend.shaping(), steps, mean, i)));
    }
    return blended;
  }

  private static double[] shaped(
      Shaping shaping, List<Prediction> steps, double[][] mean, int step) {
    if (steps.get(step).dark()) {
      return mean[step];
    }
    boolean before = step > 0 && areTogether(steps.get(step - 1), steps.get(step));
    boolean after = step + 1 < mean.length && areTogether(steps.get(step), steps.get(step + 1));
    return shaping.of(before ? mean[step - 1] : null, mean[step], after ? mean[step + 1] : null);
  }

  /** Whether two steps follow each other in one forecast, both by daylight where that counts. */
  private static boolean areTogether(Prediction first, Prediction second) {
    return first.siteId().equals(second.siteId())
        && first.issueTime().equals(second.issueTime())
        && !first.dark()
        && !second.dark()
        && Duration.between(first.validTime(), second.validTime()).compareTo(LONGEST_STEP) <= 0;
  }
}
