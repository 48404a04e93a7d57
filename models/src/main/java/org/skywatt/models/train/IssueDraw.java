package org.skywatt.models.train;

/** Draws that are the same on every machine. */
public final class IssueDraw {
  private IssueDraw() {}

  /** A number in [0, {@code bound}), the same for all rows of a site and issue. */
  public static int of(TrainingRow row, int seed, int bound) {
    return drawn(row.issueTime().getEpochSecond(), row, seed, bound);
  }

  /** The same, another one for each step. */
  public static int ofStep(TrainingRow row, int seed, int bound) {
    long time = row.issueTime().getEpochSecond() * 31 + row.validTime().getEpochSecond();
    return drawn(time, row, seed, bound);
  }

  private static int drawn(long time, TrainingRow row, int seed, int bound) {
    long h = time * 0x9E3779B97F4A7C15L + row.siteId().hashCode();
    h = (h ^ (h >>> 32)) * 0xBF58476D1CE4E5B9L + seed;
    return Math.floorMod((int) (h ^ (h >>> 29)), bound);
  }

  /** An even number that hardly two rows share. */
  static long name(TrainingRow row) {
    long h = row.siteId().hashCode();
    h = (h * 0x9E3779B97F4A7C15L + row.issueTime().getEpochSecond()) * 0xBF58476D1CE4E5B9L;
    return ((h ^ (h >>> 29)) + row.validTime().getEpochSecond() * 0x94D049BB133111EBL) << 1;
  }
}
