package org.skywatt.ingest.simulated;

/** A sum of {@link Octave}s, the largest first. */
final class Fractal {
  private final Octave[] octaves;

  /**
   * @param layers one an octave: km, hours, weight
   */
  Fractal(long seed, double[][] layers) {
    octaves = new Octave[layers.length];
    for (int i = 0; i < layers.length; i++) {
      octaves[i] = new Octave(Noise.seed(seed, i), layers[i][0], layers[i][1], layers[i][2]);
    }
  }

  /** The sum of all at a point (km) and time (h). */
  double at(double x, double y, double t) {
    double sum = 0;
    for (Octave octave : octaves) {
      sum += octave.at(x, y, t);
    }
    return sum;
  }

  /** The sum of the first {@code count} at one time over a box. */
  Slice slice(int count, double t, double west, double south, double east, double north) {
    Octave.Slice[] slices = new Octave.Slice[count];
    for (int i = 0; i < count; i++) {
      slices[i] = octaves[i].slice(t, west, south, east, north);
    }
    return new Slice(slices);
  }

  /** A sum at one time over a box. */
  record Slice(Octave.Slice[] slices) {
    double at(double x, double y) {
      double sum = 0;
      for (Octave.Slice slice : slices) {
        sum += slice.at(x, y);
      }
      return sum;
    }
  }
}
