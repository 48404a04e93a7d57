package org.skywatt.models.job;

import java.util.ArrayList;
import java.util.List;
import org.skywatt.models.train.Blend;
import scala.Tuple2;

/** Puts the forecasts of a blend's members together. */
final class Blended {
  private Blended() {}

  /**
   * The weighted mean of the members' quantiles, sorted by site, issue and step.
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
    for (int i = 0; i < mean.length; i++) {
      blended.add(byMember.get(0).get(i).with(mean[i]));
    }
    return blended;
  }
}
