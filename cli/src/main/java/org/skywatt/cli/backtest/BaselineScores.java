package org.skywatt.cli.backtest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.skywatt.models.job.Prediction;
import org.skywatt.models.score.DieboldMariano;
import org.skywatt.models.score.Pinball;

/** Scores forecasts beside a baseline, lead by lead. */
final class BaselineScores {
  private BaselineScores() {}

  /** Losses of the same steps, in order of time. */
  private static final class Losses {
    private final List<Double> ours = new ArrayList<>();
    private final List<Double> theirs = new ArrayList<>();
  }

  /**
   * Scores the steps by day that have a truth and for which the baseline has a forecast.
   *
   * @param predictions in order of issue and step
   * @param baseline 99 percentiles, or null
   * @param step length of a step
   */
  static BaselineReport of(
      String name,
      List<Prediction> predictions,
      Function<Prediction, double[]> baseline,
      Duration step) {
    Map<Integer, Losses> byLead = new TreeMap<>();
    Losses all = new Losses();
    for (Prediction each : predictions) {
      double[] reference = Double.isNaN(each.truth()) || each.dark() ? null : baseline.apply(each);
      if (reference != null) {
        int lead = (int) Duration.between(each.issueTime(), each.validTime()).toMinutes();
        Losses own = byLead.computeIfAbsent(lead, minutes -> new Losses());
        for (Losses either : List.of(own, all)) {
          either.ours.add(Pinball.crps(each.percentiles(), each.truth()));
          either.theirs.add(Pinball.crps(reference, each.truth()));
        }
      }
    }
    List<BaselineReport.Lead> leads = new ArrayList<>();
    byLead.forEach((lead, losses) -> leads.add(lead(lead, losses, step)));
    double theirs = mean(all.theirs);
    return new BaselineReport(
        name,
        all.ours.size(),
        all.ours.isEmpty() ? null : theirs,
        theirs > 0 ? 1 - mean(all.ours) / theirs : null,
        leads);
  }

  private static BaselineReport.Lead lead(int minutes, Losses losses, Duration step) {
    double theirs = mean(losses.theirs);
    int n = losses.ours.size();
    int horizon = Math.max(1, (int) (minutes / step.toMinutes()));
    DieboldMariano test =
        horizon < n
            ? DieboldMariano.test(array(losses.ours), array(losses.theirs), horizon)
            : new DieboldMariano(Double.NaN, Double.NaN);
    return new BaselineReport.Lead(
        minutes,
        n,
        theirs,
        1 - mean(losses.ours) / theirs,
        Double.isNaN(test.statistic()) ? null : test.statistic(),
        Double.isNaN(test.pValue()) ? null : test.pValue());
  }

  private static double[] array(List<Double> losses) {
    return losses.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static double mean(List<Double> losses) {
    return losses.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
  }
}
