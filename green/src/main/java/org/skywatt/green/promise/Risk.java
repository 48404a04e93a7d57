package org.skywatt.green.promise;

/** What a plan over scenarios makes as great as it can. */
public enum Risk {
  /** The outcome that is reached with the probability: a chance constraint. */
  CHANCE,
  /** The mean of the outcomes that are worse than that: conditional value at risk. */
  CONDITIONAL_VALUE_AT_RISK;

  /**
   * The figure for outcomes that are sorted, ascending.
   *
   * @param miss probability of less, 0 to 1
   */
  public double of(double[] outcomes, double miss) {
    if (this == CHANCE) {
      return Quantile.of(outcomes, miss);
    }
    double weight = miss * outcomes.length;
    double sum = 0;
    for (int i = 0; i < outcomes.length && i < weight; i++) {
      sum += Math.min(1, weight - i) * outcomes[i];
    }
    return weight > 0 ? sum / weight : outcomes[0];
  }
}
