package org.skywatt.models.bundle;

import java.util.List;

/**
 * Models of several sizes that learned from the same rows, judged on the same later days that none
 * of them had seen. The smallest that is nearly as good forecasts.
 *
 * @param chosen id of the one that forecasts
 * @param tolerance the loss that is accepted for it, as a share of the full one's pinball
 * @param days days that they were compared on
 * @param sharedJoules of what is the same for all sizes: features, reading and gathering rows
 * @param yearSteps forecast steps of a year: every site, hourly, as far ahead as was trained
 * @param rungs by size, the smallest first
 */
public record Ladder(
    String chosen,
    double tolerance,
    int days,
    double sharedJoules,
    long yearSteps,
    List<Rung> rungs) {
  /** A smaller loss than that is not worth its energy. */
  public static final double TOLERANCE = 0.02;

  /**
   * One size.
   *
   * @param size nano, small or full
   * @param pinball mean over 0.01 … 0.99 on the held-out days, fraction of capacity
   * @param change {@code pinball} over the full one's, less 1
   * @param lower 2.5% quantile of it, whole days drawn again
   * @param upper 97.5% quantile of it
   * @param joules of fitting, calibrating and judging this size alone
   * @param joulesPerForecast of evaluating one site and step
   * @param yearJoules {@code joules} and a year of evaluations
   * @param saved 1 − {@code yearJoules} over the full one's
   * @param savedWithShared the same with {@code sharedJoules} added to both
   */
  public record Rung(
      String id,
      String size,
      int trees,
      long sizeBytes,
      double pinball,
      double change,
      double lower,
      double upper,
      double joules,
      double joulesPerForecast,
      double yearJoules,
      double saved,
      double savedWithShared) {
    /** Whether it is surely no worse than the tolerance allows, by 95% of the draws of days. */
    boolean isGoodEnough() {
      return upper <= TOLERANCE;
    }
  }

  /**
   * Chooses among {@code rungs}, of which the last is the full one.
   *
   * @param rungs the smallest first
   */
  public static Ladder of(int days, double sharedJoules, long yearSteps, List<Rung> rungs) {
    Rung chosen =
        rungs.stream().filter(Rung::isGoodEnough).findFirst().orElse(rungs.get(rungs.size() - 1));
    return new Ladder(chosen.id, TOLERANCE, days, sharedJoules, yearSteps, List.copyOf(rungs));
  }

  /** The rung of the model {@code id}. */
  public Rung get(String id) {
    return rungs.stream()
        .filter(rung -> rung.id.equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no rung is of " + id));
  }
}
