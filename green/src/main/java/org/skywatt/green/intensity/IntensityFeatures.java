package org.skywatt.green.intensity;

/** What a correction of the profile forecast may depend on, all of it known when it is made. */
final class IntensityFeatures {
  private static final int DAY = 48;
  private static final int WEEK = 336;
  // Histories begin on a Friday.
  private static final int FIRST_WEEKDAY = 4;

  private final Series target;
  private final Series[] others;
  private final double[] shared;
  private double level;

  IntensityFeatures(Series target, Series... others) {
    this.target = target;
    this.others = others;
    this.shared = new double[6 + 2 * others.length];
  }

  int width() {
    return shared.length + 17;
  }

  /** Computes what is the same for all slots ahead. */
  void prepare() {
    int now = target.size();
    double week = target.meanBefore(now, WEEK);
    double day = target.meanBefore(now, DAY);
    level = week;
    shared[0] = day - week;
    shared[1] = target.meanBefore(now, 12) - day;
    shared[2] = target.meanBefore(now, 3 * DAY) - week;
    shared[3] = week - target.meanBefore(now, 2 * WEEK);
    shared[4] = target.meanBefore(now, now) - week;
    shared[5] = 0.1 * week;
    double spread = target.deviation();
    for (int i = 0; i < others.length; i++) {
      double scale = spread / Math.max(1e-9, others[i].deviation());
      double usual = others[i].meanBefore(now, WEEK);
      shared[6 + 2 * i] = scale * (others[i].meanBefore(now, 12) - usual);
      shared[7 + 2 * i] = scale * (others[i].meanBefore(now, DAY) - usual);
    }
  }

  /**
   * The row for one slot ahead.
   *
   * @param ahead 0 for the slot that comes next
   * @param forecast of the profiles for it
   * @param off what the last value lies off the profile forecast made before it
   */
  double[] row(int ahead, double forecast, double off) {
    double[] row = new double[width()];
    int next = shared.length;
    System.arraycopy(shared, 0, row, 0, next);
    int now = target.size();
    int slot = now + ahead;
    row[next++] = off * Math.exp(-ahead / 12.0);
    row[next++] = off * Math.exp(-ahead / 96.0);
    int days = ahead / DAY + 1;
    for (int back = 0; back < 3; back++) {
      row[next++] = target.get(slot - (days + back) * DAY) - forecast;
    }
    row[next++] = target.get(slot - (ahead / WEEK + 1) * WEEK) - forecast;
    double scale = 0.1 * level;
    int weekday = Math.floorMod(slot / DAY + FIRST_WEEKDAY, 7);
    double weekend = weekday >= 5 ? scale : 0;
    row[next++] = weekend;
    row[next++] = weekday == 5 ? scale : 0;
    row[next++] = weekday == 0 ? scale : 0;
    double angle = 2 * Math.PI * (slot % DAY) / DAY;
    row[next++] = scale * Math.cos(angle);
    row[next++] = scale * Math.sin(angle);
    row[next++] = scale * Math.cos(2 * angle);
    row[next++] = scale * Math.sin(2 * angle);
    row[next++] = weekend * Math.cos(angle);
    row[next++] = weekend * Math.sin(angle);
    row[next++] = scale * Math.max(0, -Math.cos(angle));
    row[next] = weekend * Math.cos(2 * angle);
    return row;
  }
}
