package org.skywatt.models.scenario;

import java.util.SplittableRandom;
import org.skywatt.core.site.Location;

/**
 * Normal scores at any place, for each step and scenario, that correlate as a {@link Dependence}
 * says. They are a sum of random waves over the earth (random Fourier features, Rahimi and Recht
 * 2007, with the spectrum of the exponential correlation), whose amplitudes follow a first-order
 * autoregression in time. So a place's scores do not depend on which others are asked for, and the
 * cost is linear in places. The correlation of two places is met within about 0.1 in one field, and
 * without bias over many. The same seed gives the same scores. Immutable.
 */
public final class ErrorField {
  private static final int WAVES = 64;
  private static final double EARTH_KM = 6371;
  private static final long OWN = 0x9e3779b97f4a7c15L;

  private final Dependence dependence;
  private final long seed;
  private final double kept;
  private final int scenarios;
  // [wave][x, y, z], radians per km.
  private final double[][] waves;
  // [step][scenario × amplitude]: of cosines, then of sines.
  private final float[][] amplitudes;

  private ErrorField(
      Dependence dependence, long seed, double kept, int scenarios, double[][] waves, int steps) {
    this.dependence = dependence;
    this.seed = seed;
    this.kept = kept;
    this.scenarios = scenarios;
    this.waves = waves;
    this.amplitudes = new float[steps][];
  }

  /**
   * @param stepSeconds from one step to the next
   */
  public static ErrorField of(
      Dependence dependence, long seed, int stepSeconds, int steps, int scenarios) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] waves = new double[WAVES][3];
    for (double[] wave : waves) {
      // The spectrum of exp(−d / length) is a multivariate Cauchy: a normal over another's size.
      double scale = 1 / (dependence.lengthKm() * Math.abs(random.nextGaussian()));
      for (int i = 0; i < wave.length; i++) {
        wave[i] = random.nextGaussian() * scale;
      }
    }
    double kept = Math.exp(-stepSeconds / 3600.0 / dependence.hours());
    ErrorField field = new ErrorField(dependence, seed, kept, scenarios, waves, steps);
    for (int step = 0; step < steps; step++) {
      field.amplitudes[step] =
          next(random, kept, step == 0 ? null : field.amplitudes[step - 1], 2 * WAVES * scenarios);
    }
    return field;
  }

  private static float[] next(SplittableRandom random, double kept, float[] before, int count) {
    double fresh = Math.sqrt(1 - kept * kept);
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      double normal = random.nextGaussian();
      values[i] = (float) (before == null ? normal : kept * before[i] + fresh * normal);
    }
    return values;
  }

  /**
   * The scores of a site, each standard normal.
   *
   * @param id tells sites at one place apart
   * @return {@code [step][scenario]}
   */
  public double[][] scores(Location place, String id) {
    double[] weights = weights(place);
    SplittableRandom random = new SplittableRandom(seed ^ OWN ^ (id.hashCode() * OWN));
    double own = Math.sqrt(dependence.ownShare());
    float[] noise = null;
    double[][] scores = new double[amplitudes.length][scenarios];
    for (int step = 0; step < scores.length; step++) {
      noise = next(random, kept, noise, scenarios);
      for (int scenario = 0; scenario < scenarios; scenario++) {
        double sum = own * noise[scenario];
        int at = scenario * weights.length;
        for (int i = 0; i < weights.length; i++) {
          sum += weights[i] * amplitudes[step][at + i];
        }
        scores[step][scenario] = sum;
      }
    }
    return scores;
  }

  private double[] weights(Location place) {
    double latitude = Math.toRadians(place.latitude());
    double longitude = Math.toRadians(place.longitude());
    double x = EARTH_KM * Math.cos(latitude) * Math.cos(longitude);
    double y = EARTH_KM * Math.cos(latitude) * Math.sin(longitude);
    double z = EARTH_KM * Math.sin(latitude);
    double size = Math.sqrt((1 - dependence.ownShare()) / WAVES);
    double[] weights = new double[2 * WAVES];
    for (int i = 0; i < WAVES; i++) {
      double phase = waves[i][0] * x + waves[i][1] * y + waves[i][2] * z;
      weights[i] = size * Math.cos(phase);
      weights[WAVES + i] = size * Math.sin(phase);
    }
    return weights;
  }
}
