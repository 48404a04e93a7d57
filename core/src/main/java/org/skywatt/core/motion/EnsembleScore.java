package org.skywatt.core.motion;

/**
 * What the members of an ensemble say at one place.
 *
 * @param mean of the members
 * @param spread standard deviation of the members (of the population that they are drawn from)
 */
record EnsembleScore(double mean, double spread) {
  static EnsembleScore of(float[] members) {
    double sum = 0;
    for (float member : members) {
      sum += member;
    }
    double mean = sum / members.length;
    double squares = 0;
    for (float member : members) {
      squares += (member - mean) * (member - mean);
    }
    return new EnsembleScore(mean, Math.sqrt(squares / Math.max(1, members.length - 1)));
  }

  /**
   * Value below which the truth lies with a probability, if it is drawn like the members: member k
   * of n, from 1, stands at k / (n + 1).
   *
   * @param sorted members
   */
  static double quantile(float[] sorted, double level) {
    double at = Math.max(0, Math.min(sorted.length - 1, level * (sorted.length + 1) - 1));
    int below = Math.min((int) at, Math.max(0, sorted.length - 2));
    int above = Math.min(sorted.length - 1, below + 1);
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
  }

  /**
   * Continuous ranked probability score, fair: of an ensemble of any size what a large one would
   * get in the mean, in the members' unit, and below 0 by chance. 0 is best.
   *
   * <p>Source: Ferro, Fair scores for ensemble forecasts, Quarterly Journal of the Royal
   * Meteorological Society 140, 2014.
   *
   * @param sorted members, two or more
   */
  static double fairCrps(float[] sorted, double truth) {
    int count = sorted.length;
    double error = 0;
    double apart = 0;
    for (int i = 0; i < count; i++) {
      error += Math.abs(sorted[i] - truth);
      apart += (2.0 * i - count + 1) * sorted[i];
    }
    return error / count - apart / count / (count - 1);
  }
}
