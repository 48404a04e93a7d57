package org.skywatt.models.job;

import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.skywatt.models.score.LeadScore;
import org.skywatt.models.score.LeadScorer;

/**
 * Scores of backtested forecasts by lead and over all, without the hours in which the sun is down
 * at a solar site.
 *
 * @param issues how many moments were forecast from
 */
public record LeadScores(long issues, LeadScore overall, List<LeadScore> leads)
    implements Serializable {
  /** Scores the predictions that have a truth. */
  public static LeadScores of(List<Prediction> predictions) {
    Map<Integer, LeadScorer> byLead = new TreeMap<>();
    LeadScorer overall = new LeadScorer();
    for (Prediction each : predictions) {
      if (Double.isNaN(each.truth()) || each.dark()) {
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
        overall.score(null),
        byLead.entrySet().stream().map(e -> e.getValue().score(e.getKey())).toList());
  }
}
