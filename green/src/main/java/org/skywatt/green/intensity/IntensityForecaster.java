package org.skywatt.green.intensity;

import java.util.Arrays;

/**
 * Forecasts carbon intensity eight days ahead, in slots of half an hour. It is told one slot after
 * another and so cannot know a later one.
 *
 * <p>The usual course of days and weeks plus the fading distance from it ({@link ProfileForecast}),
 * corrected by half of what ridge regressions, one for each range of slots ahead and fitted anew
 * every day on all that is past, say that this forecast is wrong by.
 */
public final class IntensityForecaster {
  /** Slots that are forecast. */
  public static final int HORIZON = 384;

  private static final int DAY = 48;
  // Enough past for all lags of the features.
  private static final int FIRST = 8 * DAY;
  private static final int[] RANGES = {
    0, 1, 2, 3, 5, 7, 11, 17, 25, 37, 49, 73, 97, 145, 193, 289, HORIZON
  };
  private static final int SAMPLES = 4;
  private static final double PENALTY = 3000;
  private static final double TRUST = 0.5;

  private final Series target = new Series();
  private final Series[] others;
  private final ProfileForecast profiles = new ProfileForecast(target);
  private final IntensityFeatures features;
  private final Ridge[] ridges = new Ridge[RANGES.length - 1];
  // The slots ahead of which rows are kept to learn from, and the range of each slot ahead.
  private final int[] samples;
  private final int[] range = new int[HORIZON];
  private final Origin[] origins = new Origin[HORIZON];
  private double[] forecast = new double[0];
  private double expected = Double.NaN;

  /** What was known at one slot, for the sampled slots ahead. */
  private record Origin(double[][] rows, double[] profile) {}

  /**
   * @param others how many other series are told with each value
   */
  public IntensityForecaster(int others) {
    this.others = new Series[others];
    for (int i = 0; i < others; i++) {
      this.others[i] = new Series();
    }
    this.features = new IntensityFeatures(target, this.others);
    int[] all = new int[ridges.length * SAMPLES];
    int count = 0;
    for (int i = 0; i < ridges.length; i++) {
      ridges[i] = new Ridge(features.width());
      Arrays.fill(range, RANGES[i], RANGES[i + 1], i);
      int width = RANGES[i + 1] - RANGES[i];
      int taken = Math.min(SAMPLES, width);
      for (int sample = 0; sample < taken; sample++) {
        all[count++] = RANGES[i] + (2 * sample + 1) * width / (2 * taken);
      }
    }
    this.samples = Arrays.copyOf(all, count);
  }

  /**
   * Takes in the slot that has just ended.
   *
   * @param value finite, grams of CO2 a kilowatt-hour
   * @param beside the other series in the same slot
   * @throws IllegalArgumentException if a value is not finite or their number is wrong
   */
  public void observe(double value, double... beside) {
    if (beside.length != others.length || !Double.isFinite(value + Arrays.stream(beside).sum())) {
      throw new IllegalArgumentException(
          "slot " + target.size() + " needs " + (others.length + 1) + " finite values");
    }
    learn(value);
    target.add(value);
    for (int i = 0; i < others.length; i++) {
      others[i].add(beside[i]);
    }
    if (target.size() >= FIRST) {
      predict();
    }
  }

  /**
   * The next {@link #HORIZON} slots, the one after the last observed first; empty until eight days
   * were observed.
   */
  public double[] forecast() {
    return forecast.clone();
  }

  private void learn(double value) {
    int slot = target.size();
    if (slot < FIRST) {
      return;
    }
    for (int i = 0; i < samples.length; i++) {
      Origin origin = origins[Math.floorMod(slot - samples[i], HORIZON)];
      if (slot - samples[i] >= FIRST && origin != null) {
        int in = range[samples[i]];
        double weight = 1.0 / Math.min(SAMPLES, RANGES[in + 1] - RANGES[in]);
        ridges[in].learn(origin.rows[i], value - origin.profile[i], weight);
      }
    }
    if (slot % DAY == 0) {
      double penalty = PENALTY * target.deviation() * target.deviation();
      for (Ridge ridge : ridges) {
        ridge.fit(penalty);
      }
    }
  }

  private void predict() {
    int now = target.size();
    double[] profile = profiles.forecast(HORIZON);
    double off = target.get(now - 1) - (Double.isNaN(expected) ? profile[0] : expected);
    expected = profile[0];
    features.prepare();
    double[][] rows = new double[samples.length][];
    double[] kept = new double[samples.length];
    double[] next = new double[HORIZON];
    int sample = 0;
    for (int ahead = 0; ahead < HORIZON; ahead++) {
      double[] row = features.row(ahead, profile[ahead], off);
      next[ahead] = profile[ahead] + TRUST * ridges[range[ahead]].predict(row);
      if (sample < samples.length && samples[sample] == ahead) {
        rows[sample] = row;
        kept[sample++] = profile[ahead];
      }
    }
    forecast = next;
    origins[now % HORIZON] = new Origin(rows, kept);
  }
}
