package org.skywatt.models.evaluate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Made-up forecasts that other programs can be given too. */
final class Steps {
  static final int N = 48;
  static final Instant ISSUE = Instant.parse("2026-03-01T00:00:00Z");

  private Steps() {}

  /** Outcome of step {@code t}. */
  static double truth(int t) {
    return bounded(0.5 + 0.35 * Math.sin(0.9 * t + 0.3) + 0.12 * Math.sin(3.1 * t));
  }

  private static double[] percentiles(int t) {
    double middle = 0.5 + 0.35 * Math.sin(0.9 * t);
    double width = 0.15 + 0.1 * Math.cos(0.4 * t);
    double[] percentiles = new double[99];
    for (int i = 1; i <= 99; i++) {
      percentiles[i - 1] = bounded(middle + width * (i - 50) / 50);
    }
    return percentiles;
  }

  private static double bounded(double value) {
    return Math.min(Math.max(value, 0), 1);
  }

  /** One issue of 48 hours; the baseline says what came an hour before, and nothing at first. */
  static List<ScoredStep> oneIssue(String site, Instant issue) {
    List<ScoredStep> steps = new ArrayList<>();
    for (int t = 0; t < N; t++) {
      double[] before = t == 0 ? null : new double[] {truth(t - 1)};
      steps.add(
          new ScoredStep(
              site,
              issue,
              issue.plus(Duration.ofHours(t + 1)),
              t % 3 == 0 ? "full" : "no-nwp",
              t < 24 ? "clear" : "",
              200,
              truth(t),
              percentiles(t),
              new double[][] {before}));
    }
    return steps;
  }

  static Evaluation of(List<ScoredStep> steps) {
    Evaluation evaluation = new Evaluation(List.of("before"));
    steps.forEach(evaluation::add);
    return evaluation;
  }
}
