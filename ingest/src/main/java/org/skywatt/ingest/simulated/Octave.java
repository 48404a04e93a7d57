package org.skywatt.ingest.simulated;

/**
 * Smooth noise of one size in space and time.
 *
 * @param km distance over which it changes
 * @param hours time over which it changes
 * @param weight amplitude
 */
record Octave(long seed, double km, double hours, double weight) {

  /** The value at a point (km) and time (h), within ±weight. */
  double at(double x, double y, double t) {
    long k = (long) Math.floor(t / hours);
    long i = (long) Math.floor(x / km);
    long j = (long) Math.floor(y / km);
    double later = Noise.fade(t / hours - k);
    double across = Noise.fade(x / km - i);
    double up = Noise.fade(y / km - j);
    double below = Noise.lerp(node(i, j, k, later), node(i + 1, j, k, later), across);
    double above = Noise.lerp(node(i, j + 1, k, later), node(i + 1, j + 1, k, later), across);
    return weight * Noise.lerp(below, above, up);
  }

  private double node(long i, long j, long k, double later) {
    return Noise.lerp(Noise.lattice(seed, i, j, k), Noise.lattice(seed, i, j, k + 1), later);
  }

  /** The same noise at one time over a box, much cheaper a point. */
  Slice slice(double t, double west, double south, double east, double north) {
    long i0 = (long) Math.floor(west / km);
    long j0 = (long) Math.floor(south / km);
    int nx = (int) ((long) Math.floor(east / km) - i0) + 2;
    int ny = (int) ((long) Math.floor(north / km) - j0) + 2;
    long k = (long) Math.floor(t / hours);
    double later = Noise.fade(t / hours - k);
    double[] nodes = new double[nx * ny];
    for (int j = 0; j < ny; j++) {
      for (int i = 0; i < nx; i++) {
        nodes[j * nx + i] = weight * node(i0 + i, j0 + j, k, later);
      }
    }
    return new Slice(km, i0, j0, nx, nodes);
  }

  /** Values at the nodes of a box, by {@code j * nx + i}. */
  record Slice(double km, long i0, long j0, int nx, double[] nodes) {
    double at(double x, double y) {
      double column = x / km - i0;
      double row = y / km - j0;
      int i = (int) column;
      int j = (int) row;
      double across = Noise.fade(column - i);
      int at = j * nx + i;
      double below = Noise.lerp(nodes[at], nodes[at + 1], across);
      double above = Noise.lerp(nodes[at + nx], nodes[at + nx + 1], across);
      return Noise.lerp(below, above, Noise.fade(row - j));
    }
  }
}
