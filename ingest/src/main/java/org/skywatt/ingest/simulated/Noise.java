package org.skywatt.ingest.simulated;

/** Hashes of a seed and integers as random numbers, and smooth noise between them. */
final class Noise {
  private Noise() {}

  /** Another seed, for another purpose. */
  static long seed(long seed, String purpose) {
    return mix(seed + purpose.hashCode() * 0x9E3779B97F4A7C15L);
  }

  static long seed(long seed, long number) {
    return mix(seed * 31 + mix(number));
  }

  /** Uniform in [0, 1). */
  static double uniform(long seed, long number) {
    return (seed(seed, number) >>> 11) * 0x1p-53;
  }

  /** Standard normal, near enough: the sum of four uniforms, so never beyond ±3.5. */
  static double normal(long seed, long number) {
    double sum = 0;
    for (int i = 0; i < 4; i++) {
      sum += uniform(seed, number * 4 + i);
    }
    return (sum - 2) * Math.sqrt(3);
  }

  /** Uniform in [−1, 1) at a point of the lattice. */
  static double lattice(long seed, long i, long j, long k) {
    long hash =
        mix(seed + i * 0x9E3779B97F4A7C15L + j * 0xC2B2AE3D27D4EB4FL + k * 0x165667B19E3779F9L);
    return (hash >> 11) * 0x1p-52;
  }

  /** Smooth in one dimension, between lattice values one apart; in [−1, 1). */
  static double along(long seed, double t) {
    long k = (long) Math.floor(t);
    return lerp(lattice(seed, 0, 0, k), lattice(seed, 0, 0, k + 1), fade(t - k));
  }

  /** 0 to 1 with level ends, so that noise has no creases at lattice points. */
  static double fade(double fraction) {
    return fraction * fraction * (3 - 2 * fraction);
  }

  static double lerp(double from, double to, double fraction) {
    return from + (to - from) * fraction;
  }

  /** The finaliser of SplitMix64 (Steele, Lea, Flood 2014). */
  private static long mix(long z) {
    long first = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    long second = (first ^ (first >>> 27)) * 0x94D049BB133111EBL;
    return second ^ (second >>> 31);
  }
}
