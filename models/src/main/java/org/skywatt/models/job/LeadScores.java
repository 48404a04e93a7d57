package org.skywatt.models.job;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.skywatt.models.score.LeadScore;
import org.skywatt.models.score.LeadScorer;

/**
 * Scores of backtested forecasts by lead and over all; daylight only for solar.
 *
 * @param issues how many moments were forecast from
 */
public record LeadScores(long issues, LeadScore overall, List<LeadScore> leads) {
  static final int ALL_LEADS = 0;

  /** Scores the predictions that have a truth. */
  public static LeadScores of(List<Prediction> predictions, boolean solar) {
    Map<Integer, LeadScorer> byLead = new TreeMap<>();
    LeadScorer overall = new LeadScorer();
    for (Prediction each : predictions) {
      if (Double.isNaN(each.truth()) || (solar && each.sunDown())) {
        continue;
      }
      int lead = (int) Duration.between(each.issueTime(), each.validTime()).toMinutes();
      LeadScorer scorer = byLead.computeIfAbsent(lead, minutes -> new LeadScorer());
      for (LeadScorer either : List.of(scorer, overall)) {
        either.add(each.percentiles(), each.truth(), each.persistence(), each.climatology());
      }
    }
    long issues = predictions.stream().map(Prediction::issueTime).distinct().count();
    return new LeadScores(
        issues,
        overall.score(ALL_LEADS),
        byLead.entrySet().stream().map(e -> e.getValue().score(e.getKey())).toList());
  }
}
