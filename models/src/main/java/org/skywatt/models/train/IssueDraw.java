package org.skywatt.models.train;

/** Draws that are the same for all rows of a site and issue, on every machine. */
public final class IssueDraw {
  private IssueDraw() {}

  /** A number in [0, {@code bound}). */
  public static int of(TrainingRow row, int seed, int bound) {
    long h = row.issueTime().getEpochSecond() * 0x9E3779B97F4A7C15L + row.siteId().hashCode();
    h = (h ^ (h >>> 32)) * 0xBF58476D1CE4E5B9L + seed;
    return Math.floorMod((int) (h ^ (h >>> 29)), bound);
  }
}
