package org.skywatt.green.job;

import java.util.Arrays;
import java.util.Optional;

/**
 * What is expected of each step of a forecast.
 *
 * @param power green power
 * @param gramsPerKwh carbon intensity of the grid, location-based; NaN where it is not known
 * @param pricePerMwh price of energy from the grid, in any currency, may be negative; NaN where it
 *     is not known
 * @param closed whether no further job may run
 * @param scale by which CO2 and price are made comparable; null for their own means
 */
public record Outlook(
    GreenPower power, double[] gramsPerKwh, double[] pricePerMwh, boolean[] closed, Scale scale) {
  private static final String CARBON = "carbon intensity";
  private static final String PRICE = "price";

  /** Mean carbon intensity and mean size of price, above 0. */
  public record Scale(double carbon, double price) {}

  /** By its own means. */
  public Outlook(GreenPower power, double[] gramsPerKwh, double[] pricePerMwh, boolean[] closed) {
    this(power, gramsPerKwh, pricePerMwh, closed, null);
  }

  /**
   * @throws IllegalArgumentException if the numbers of steps differ
   */
  public Outlook {
    int steps = power.steps();
    if (gramsPerKwh.length != steps || pricePerMwh.length != steps || closed.length != steps) {
      throw new IllegalArgumentException("signals differ in their steps");
    }
  }

  /**
   * What a kilowatt-hour from the grid costs in each step. A step of which the signal is not known
   * costs as much as the dearest that is.
   *
   * @throws JobException if nothing is known of the signal that the objective needs
   */
  double[] gridCosts(Objective objective) {
    return switch (objective) {
      case GREEN -> {
        double[] ones = new double[power.steps()];
        Arrays.fill(ones, 1);
        yield ones;
      }
      case CARBON -> known(CARBON, gramsPerKwh);
      case PRICE -> known(PRICE, pricePerMwh);
      case MIXED -> mixed();
    };
  }

  /** The name of a signal that an objective needs and of which nothing is known; empty if none. */
  Optional<String> lack(Objective objective) {
    boolean carbon = objective == Objective.CARBON || objective == Objective.MIXED;
    boolean price = objective == Objective.PRICE || objective == Objective.MIXED;
    if (carbon && isUnknown(gramsPerKwh)) {
      return Optional.of(CARBON);
    }
    return price && isUnknown(pricePerMwh) ? Optional.of(PRICE) : Optional.empty();
  }

  private static boolean isUnknown(double... signal) {
    return Arrays.stream(signal).allMatch(Double::isNaN);
  }

  /**
   * @param where such as " at the coast", or empty
   */
  static JobException noSignal(String name, String where) {
    return new JobException(
        JobException.Code.NO_SIGNAL,
        "the objective needs a forecast of the grid's "
            + name
            + ", and none is known of these hours"
            + where
            + "; name a zone for which one was posted");
  }

  private double[] mixed() {
    double[] carbon = known(CARBON, gramsPerKwh);
    double[] price = known(PRICE, pricePerMwh);
    Scale by = scale == null ? ownScale() : scale;
    double[] mixed = new double[carbon.length];
    Arrays.setAll(mixed, i -> (carbon[i] / by.carbon + price[i] / by.price) / 2);
    return mixed;
  }

  /**
   * The means of its own signals.
   *
   * @throws JobException if nothing is known of one of them
   */
  Scale ownScale() {
    return new Scale(meanSize(known(CARBON, gramsPerKwh)), meanSize(known(PRICE, pricePerMwh)));
  }

  Outlook scaled(Scale other) {
    return new Outlook(power, gramsPerKwh, pricePerMwh, closed, other);
  }

  private static double[] known(String name, double... signal) {
    double most =
        Arrays.stream(signal).filter(each -> !Double.isNaN(each)).max().orElse(Double.NaN);
    if (Double.isNaN(most)) {
      throw noSignal(name, "");
    }
    return Arrays.stream(signal).map(each -> Double.isNaN(each) ? most : each).toArray();
  }

  private static double meanSize(double... signal) {
    return Math.max(1e-9, Arrays.stream(signal).map(Math::abs).average().orElseThrow());
  }
}
