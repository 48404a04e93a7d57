package org.skywatt.cli.backtest;

import java.util.List;
import java.util.Map;
import org.skywatt.models.evaluate.Evaluated;
import org.skywatt.models.evaluate.Evaluation;
import org.skywatt.models.job.LeadScores;
import org.skywatt.models.job.Prediction;
import org.skywatt.models.score.LeadScore;
import org.skywatt.models.score.LeadScorer;

/**
 * What a backtest found.
 *
 * @param dataset as in its JSON
 * @param title of its report
 * @param scope what was scored, in a sentence
 */
record Outcome(String dataset, String title, String scope, LeadScores scores, Evaluated evaluated) {

  /**
   * Scores predictions in order of site, issue and step, those with a truth and not in the dark.
   *
   * @param baselines names, in the order that predictions have them
   * @param capacityKw by site; NaN where it is not stated
   */
  static Outcome of(
      String dataset,
      String title,
      String scope,
      List<Prediction> predictions,
      List<String> baselines,
      Map<String, Double> capacityKw) {
    return new Outcome(
        dataset,
        title,
        scope,
        LeadScores.of(predictions),
        evaluated(predictions, baselines, capacityKw));
  }

  private static Evaluated evaluated(
      List<Prediction> predictions, List<String> baselines, Map<String, Double> capacityKw) {
    Evaluation evaluation = new Evaluation(baselines);
    for (Prediction each : predictions) {
      if (!Double.isNaN(each.truth()) && !each.dark()) {
        evaluation.add(each.scored(capacityKw.getOrDefault(each.siteId(), Double.NaN)));
      }
    }
    return evaluation.scores();
  }

  /**
   * Scores by lead as the JSON contract has them, of what was scored otherwise: the reference is
   * the quantile climatology.
   */
  static LeadScores leadScores(Evaluated evaluated) {
    Evaluated.Scores all = evaluated.overall();
    return new LeadScores(
        evaluated.issues(),
        all == null ? new LeadScorer().score(null) : leadScore(null, all),
        evaluated.slices().getOrDefault("lead", List.of()).stream()
            .map(each -> leadScore(Integer.valueOf(each.slice()), each))
            .toList());
  }

  private static LeadScore leadScore(Integer lead, Evaluated.Scores scores) {
    double coverage80 =
        scores.bands().stream()
            .filter(band -> band.nominal() == 0.8)
            .findFirst()
            .orElseThrow()
            .coverage();
    return new LeadScore(
        lead,
        scores.n(),
        scores.nmae(),
        scores.nrmse(),
        scores.pinball(),
        scores.crps(),
        coverage80,
        skill(scores, "smart-persistence"),
        skill(scores, "quantile-climatology"));
  }

  private static Double skill(Evaluated.Scores scores, String baseline) {
    return scores.skills().stream()
        .filter(each -> each.baseline().equals(baseline))
        .findFirst()
        .map(Evaluated.Skill::skill)
        .orElse(null);
  }
}
