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
    List<Prediction> blended = new ArrayList<>(byMember.get(0).size());
    for (int i = 0; i < byMember.get(0).size(); i++) {
      double[] mean = new double[byMember.get(0).get(i).percentiles().length];
      for (int member = 0; member < byMember.size(); member++) {
        double weight = blend.members().get(member).weight();
        double[] own = byMember.get(member).get(i).percentiles();
        for (int level = 0; level < mean.length; level++) {
          mean[level] += weight * own[level];
        }
      }
      blended.add(byMember.get(0).get(i).with(mean));
    }
    return blended;
  }
}
