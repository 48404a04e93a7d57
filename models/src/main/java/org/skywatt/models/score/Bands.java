package org.skywatt.models.score;

import java.util.List;

/** The central bands that are judged: between the quantiles at (1 − p) / 2 and (1 + p) / 2. */
public final class Bands {
  /** Nominal shares of outcomes, in percent; all lie between whole percentiles. */
  public static final List<Integer> PERCENT = List.of(10, 20, 30, 40, 50, 60, 70, 80, 90, 98);

  private Bands() {}

  /** Index of the band's lower quantile among the 99 percentiles. */
  public static int lower(int percent) {
    return (100 - percent) / 2 - 1;
  }

  /** Index of the band's upper quantile among the 99 percentiles. */
  public static int upper(int percent) {
    return (100 + percent) / 2 - 1;
  }
}
