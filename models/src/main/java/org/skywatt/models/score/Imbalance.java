package org.skywatt.models.score;

import java.util.List;

/**
 * What errors cost in a market where power is sold ahead and a shortage costs another price than a
 * surplus. Selling the quantile at surplus / (surplus + shortage) costs least (Bremnes 2004, Wind
 * Energy 7; Pinson, Chevallier and Kariniotakis 2007), and its cost is the pinball loss there.
 */
public final class Imbalance {
  /**
   * Levels that are best to sell, in percent: from a shortage nine times as dear as a surplus to
   * the reverse.
   */
  public static final List<Integer> PERCENT = List.of(10, 20, 35, 50, 65, 80, 90);

  private Imbalance() {}

  /**
   * Cost of having sold {@code sold} when {@code observed} came, in capacity × the mean of both
   * prices, per hour.
   *
   * @param percent the surplus price's share of both, which is the level that is best to sell
   */
  public static double cost(int percent, double sold, double observed) {
    double surplus = 2 * percent / 100.0;
    return observed >= sold ? surplus * (observed - sold) : (2 - surplus) * (sold - observed);
  }
}
