package org.skywatt.core.motion;

import java.util.Arrays;

/**
 * How a forecast is made of the bands of the newest image and of its latest change, both carried
 * along: small clouds are forgotten first, which blurs the forecast as the lead grows, and growth
 * of large ones goes on.
 *
 * @param bands weight of each band of the image, finest first
 * @param changes weight of each band of the change over one step
 * @param offset added everywhere
 */
record LeadWeights(double[] bands, double[] changes, double offset) {
  /** From a regression on bands, changes and one. */
  static LeadWeights of(double[] fitted) {
    int levels = fitted.length / 2;
    return new LeadWeights(
        Arrays.copyOf(fitted, levels),
        Arrays.copyOfRange(fitted, levels, 2 * levels),
        fitted[2 * levels]);
  }

  /** The same as one array, as a regression has it. */
  double[] all() {
    double[] all = Arrays.copyOf(bands, 2 * bands.length + 1);
    System.arraycopy(changes, 0, all, bands.length, changes.length);
    all[2 * bands.length] = offset;
    return all;
  }

  /** Plain advection: what holds until the past has told more. */
  static LeadWeights carriedOnly(int levels) {
    double[] bands = new double[levels];
    Arrays.fill(bands, 1);
    return new LeadWeights(bands, new double[levels], 0);
  }

  /**
   * Guesses the weights of a lead that has no past yet from those of a shorter lead: what is
   * forgotten goes on being forgotten at the same rate, and changes last.
   *
   * @param ratio of the lead to the shorter one, above 1
   */
  LeadWeights stretched(double ratio) {
    double[] longer = new double[bands.length];
    double[] more = new double[bands.length];
    for (int i = 0; i < bands.length; i++) {
      boolean fades = bands[i] > 0 && bands[i] < 1;
      longer[i] = fades ? Math.pow(bands[i], ratio) : Math.max(0, bands[i]);
      more[i] = changes[i] * ratio;
    }
    return new LeadWeights(longer, more, offset * ratio);
  }
}
