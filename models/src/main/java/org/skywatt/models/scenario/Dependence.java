package org.skywatt.models.scenario;

/**
 * How errors of forecasts depend on each other: normal scores of two sites {@code d} km and of two
 * steps {@code t} hours apart correlate by {@code (1 − ownShare) exp(−d / lengthKm) exp(−t /
 * hours)}; those of one site by {@code exp(−t / hours)}.
 *
 * @param lengthKm distance at which the correlation has fallen to 1/e, km, positive
 * @param hours the same of time, h, positive
 * @param ownShare share of the variance that a site has for itself, 0 to 1
 */
public record Dependence(double lengthKm, double hours, double ownShare) {
  /** Assumed of solar plants: nothing was fitted to it. */
  public static final Dependence SOLAR = new Dependence(150, 4, 0.1);

  /** Assumed of wind farms: nothing was fitted to it. */
  public static final Dependence WIND = new Dependence(250, 8, 0.1);

  public Dependence {
    if (!(lengthKm > 0 && hours > 0 && ownShare >= 0 && ownShare <= 1)) {
      throw new IllegalArgumentException(
          "no dependence: " + lengthKm + " km, " + hours + " h, own share " + ownShare);
    }
  }
}
