package org.skywatt.core.photovoltaic;

/**
 * Dust that gathers on modules until rain washes them.
 *
 * <p>Source: Kimber, Mitchell, Nogradi and Wenger, The Effect of Soiling on Large Grid-Connected
 * Photovoltaic Systems in California and the Southwest Region, IEEE WCPEC-4, 2006.
 *
 * @param lossADay fraction of power lost a dry day, 0.0011 (rural) to 0.003 (suburban, by farms)
 * @param cleaningRainMm rain within a day that washes, mm
 * @param graceDays days after rain without loss, because the ground is damp
 * @param greatestLoss fraction
 */
public record Soiling(
    double lossADay, double cleaningRainMm, double graceDays, double greatestLoss) {
  /** What the paper found on average. */
  public static final Soiling TYPICAL = new Soiling(0.0015, 6, 14, 0.3);

  private static final double HOURS_A_DAY = 24;

  /**
   * Fraction of power lost to dust in each step, 0 to {@link #greatestLoss}. Rain of NaN counts as
   * none.
   *
   * @param rainMm rain of each step, mm
   * @param stepHours hours a step, at most 24
   * @param initial loss at the first step
   */
  public double[] losses(double[] rainMm, double stepHours, double initial) {
    int dayOfSteps = (int) Math.round(HOURS_A_DAY / stepHours);
    int graceSteps = (int) Math.round(graceDays * HOURS_A_DAY / stepHours);
    double[] losses = new double[rainMm.length];
    double loss = initial;
    int lastWashed = Integer.MIN_VALUE / 2;
    for (int i = 0; i < losses.length; i++) {
      if (i > 0) {
        loss += lossADay * stepHours / HOURS_A_DAY;
      }
      double rain = 0;
      for (int j = Math.max(0, i - dayOfSteps + 1); j <= i; j++) {
        rain += rainMm[j] > 0 ? rainMm[j] : 0;
      }
      if (rain > cleaningRainMm) {
        lastWashed = i;
      }
      if (i - lastWashed < graceSteps) {
        loss = 0;
      }
      losses[i] = Math.min(loss, greatestLoss);
    }
    return losses;
  }
}
