package org.skywatt.green.promise;

/**
 * Keeps promises as often as they say. Scenarios are never quite right, and a plan picks the slots
 * in which they flatter it, so the quantile that is promised is moved: a broken promise makes the
 * next ones more cautious, a kept one a little bolder (adaptive conformal inference, Gibbs and
 * Candès 2021). Whatever the scenarios are worth, the share of broken promises tends to what was
 * allowed: over n promises it is at most {@code (1 + rate) / (rate × n)} away from it.
 *
 * <p>One for each site and probability. It is told of a promise when that is settled, so it never
 * knows a later outcome.
 */
public final class PromiseCalibration {
  private static final double RATE = 0.01;

  private final double miss;
  private double level;

  /**
   * @param probability with which promises are to be kept, above 0, below 1
   */
  public PromiseCalibration(double probability) {
    this(probability, 1 - probability);
  }

  /**
   * As it was left.
   *
   * @param level what {@link #level()} gave
   */
  public PromiseCalibration(double probability, double level) {
    if (!(probability > 0 && probability < 1) || !Double.isFinite(level)) {
      throw new IllegalArgumentException(
          "probability "
              + probability
              + " must lie between 0 and 1, and level "
              + level
              + " be one");
    }
    this.miss = 1 - probability;
    this.level = level;
  }

  /** The quantile of the scenarios' outcomes that is promised now; may lie outside 0 to 1. */
  public double level() {
    return level;
  }

  /** What can be promised: the outcome at the present level. */
  public double promise(double... outcomes) {
    return promise(level, outcomes);
  }

  /**
   * The outcome at a level. Below level 0 less than the least outcome is promised, by the same
   * share of the outcomes' range as the level lies below 0; above level 1 likewise more.
   *
   * @param outcomes of the plan in each scenario, ascending
   */
  public static double promise(double level, double... outcomes) {
    double range = outcomes[outcomes.length - 1] - outcomes[0];
    return Quantile.of(outcomes, level)
        + Math.min(0, level) * range
        + Math.max(0, level - 1) * range;
  }

  /** Learns from a promise whose outcome is known. */
  public void settle(boolean kept) {
    level += RATE * (miss - (kept ? 0 : 1));
  }
}
