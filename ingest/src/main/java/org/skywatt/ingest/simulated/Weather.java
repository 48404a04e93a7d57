package org.skywatt.ingest.simulated;

/**
 * The true weather: clouds of many sizes that drift with a steering wind while they slowly change,
 * wind, and temperature. Points are kilometres in {@link Region}, times hours since 2020.
 */
final class Weather {
  /** Sizes of cloud systems: km, hours, weight. */
  private static final double[][] CLOUDS = {
    {500, 36, 0.9}, {180, 14, 0.7}, {70, 6, 0.5}, {30, 3, 0.35}, {12, 1.2, 0.25}, {5, 0.5, 0.15}
  };

  /** Cloud systems that a satellite pixel of 5 km resolves. */
  static final int RESOLVED_BY_SATELLITE = 5;

  /** Cloud systems that a weather model of 0.1° forecasts. */
  static final int RESOLVED_BY_NWP = 3;

  private static final double MEAN_U = 2.5;
  private static final double MEAN_V = 1;
  private static final double[][] WINDS = {{800, 40, 12}, {250, 14, 5}};

  private final Fractal clouds;
  private final Fractal windsU;
  private final Fractal windsV;
  private final Octave airMass;
  private final double[] phases = new double[6];

  Weather(long seed) {
    clouds = new Fractal(Noise.seed(seed, "clouds"), CLOUDS);
    windsU = new Fractal(Noise.seed(seed, "wind u"), WINDS);
    windsV = new Fractal(Noise.seed(seed, "wind v"), WINDS);
    airMass = new Octave(Noise.seed(seed, "air mass"), 500, 60, 4);
    for (int i = 0; i < phases.length; i++) {
      phases[i] = 2 * Math.PI * Noise.uniform(Noise.seed(seed, "phases"), i);
    }
  }

  /** Noise of the same sizes as the clouds, for the errors of a model. */
  static Fractal cloudLike(long seed) {
    return new Fractal(seed, CLOUDS);
  }

  /** Noise of the same sizes as the wind. */
  static Fractal windLike(long seed) {
    return new Fractal(seed, WINDS);
  }

  /** How far east the clouds have drifted, km: a mean of 6 m/s and slow swings. */
  double driftX(double t) {
    return 21.6 * t + swing(t, 103, 4, 0) + swing(t, 218, 3, 1) + swing(t, 53, 2, 2);
  }

  /** How far north the clouds have drifted, km. */
  double driftY(double t) {
    return 5.4 * t + swing(t, 127, 4, 3) + swing(t, 71, 3, 4) + swing(t, 311, 2, 5);
  }

  /** A drift whose speed swings by {@code metresPerSecond} with a period in hours. */
  private double swing(double t, double period, double metresPerSecond, int phase) {
    double turns = 2 * Math.PI / period;
    return metresPerSecond * 3.6 / turns * Math.sin(turns * t + phases[phase]);
  }

  /** Cloud index: 0 clear, 1 overcast. */
  double cloudIndex(double x, double y, double t) {
    return cloudIndex(clouds.at(x - driftX(t), y - driftY(t), t));
  }

  /** Cloud index from the sum of cloud noise. */
  static double cloudIndex(double potential) {
    return Math.min(Math.max(0.42 + 0.8 * potential, 0), 1);
  }

  /** The sum of cloud noise of the largest {@code count} sizes over a box at one time. */
  Clouds clouds(int count, double t, double west, double south, double east, double north) {
    double dx = driftX(t);
    double dy = driftY(t);
    return new Clouds(clouds.slice(count, t, west - dx, south - dy, east - dx, north - dy), dx, dy);
  }

  /** Cloud noise at one time. */
  record Clouds(Fractal.Slice slice, double dx, double dy) {
    double potential(double x, double y) {
      return slice.at(x - dx, y - dy);
    }
  }

  /** GHI as a fraction of clear sky. */
  static double clearSkyIndex(double cloudIndex) {
    return 1 - 0.75 * cloudIndex * Math.sqrt(cloudIndex);
  }

  /** Wind towards the east at 100 m over open ground, m/s. */
  double windU(double x, double y, double t) {
    return MEAN_U + windsU.at(x - driftX(t) / 2, y - driftY(t) / 2, t);
  }

  /** Wind towards the north at 100 m over open ground, m/s. */
  double windV(double x, double y, double t) {
    return MEAN_V + windsV.at(x - driftX(t) / 2, y - driftY(t) / 2, t);
  }

  /** Wind at 100 m and air mass over a box at one time, much cheaper a point. */
  Flow flow(double t, double west, double south, double east, double north) {
    double dx = driftX(t) / 2;
    double dy = driftY(t) / 2;
    return new Flow(
        windsU.slice(WINDS.length, t, west - dx, south - dy, east - dx, north - dy),
        windsV.slice(WINDS.length, t, west - dx, south - dy, east - dx, north - dy),
        airMass.slice(t, west, south, east, north),
        dx,
        dy);
  }

  /** Wind and air mass at one time. */
  record Flow(Fractal.Slice u, Fractal.Slice v, Octave.Slice airMass, double dx, double dy) {
    double windU(double x, double y) {
      return MEAN_U + u.at(x - dx, y - dy);
    }

    double windV(double x, double y) {
      return MEAN_V + v.at(x - dx, y - dy);
    }
  }

  /** How wind changes with height: speed ∝ height^shear; the air is mixed by day. */
  static double shear(double t) {
    return 0.17 - 0.06 * Math.cos(2 * Math.PI * (t - 14) / 24);
  }

  /** Temperature at 2 m, K. */
  double temperatureK(double x, double y, double t, double elevationM, double cloudIndex) {
    return temperatureK(airMass.at(x, y, t), t, elevationM, cloudIndex);
  }

  /** Temperature at 2 m of an air mass, K. */
  static double temperatureK(double airMass, double t, double elevationM, double cloudIndex) {
    double season = 6 * Math.cos(2 * Math.PI * (t / 24 - 205) / 365.25);
    double day = 4.5 * (1 - 0.5 * cloudIndex) * Math.cos(2 * Math.PI * (t - 15) / 24);
    return 292 + season + day - 0.0065 * elevationM + airMass;
  }
}
