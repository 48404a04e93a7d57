package org.skywatt.core.solar;

/**
 * The geocentric sun over a span of time, from exact positions at knots at most 6 h apart and
 * parabolas through three of them: within 1e-6° of {@link GeocentricSun#at(double)}, at a small
 * part of the cost. The observer's hour angle is not interpolated.
 */
final class SunPath {
  private static final double MAX_KNOT_SECONDS = 21_600;
  private static final double TURN = 2 * Math.PI;

  private final double from;
  private final double knotSeconds;
  private final GeocentricSun[] knots;

  /** Turn of the right ascension from the knot before to each, less than half a turn either way. */
  private final double[] turns;

  private SunPath(double from, double knotSeconds, GeocentricSun[] knots) {
    this.from = from;
    this.knotSeconds = knotSeconds;
    this.knots = knots;
    this.turns = new double[knots.length];
    for (int i = 1; i < knots.length; i++) {
      turns[i] = turn(knots[i].rightAscension() - knots[i - 1].rightAscension());
    }
  }

  /** The path over [{@code from}, {@code to}], seconds since 1970-01-01T00:00Z. */
  static SunPath over(double from, double to) {
    int pieces = Math.max(2, (int) Math.ceil((to - from) / MAX_KNOT_SECONDS));
    double knotSeconds = (to - from) / pieces;
    GeocentricSun[] knots = new GeocentricSun[pieces + 1];
    double deltaT = DeltaT.seconds((from + to) / 2);
    for (int i = 0; i <= pieces; i++) {
      knots[i] = GeocentricSun.at(from + i * knotSeconds, deltaT);
    }
    return new SunPath(from, knotSeconds, knots);
  }

  /** The sun at the middle of the span: exact. */
  GeocentricSun middle() {
    return knots.length % 2 == 1
        ? knots[knots.length / 2]
        : GeocentricSun.at(from + knotSeconds * (knots.length - 1) / 2);
  }

  /** The sun at {@code epochSeconds} within the span. */
  GeocentricSun at(double epochSeconds) {
    double position = (epochSeconds - from) / knotSeconds;
    int middle = Math.max(1, Math.min(knots.length - 2, (int) Math.round(position)));
    GeocentricSun a = knots[middle - 1];
    GeocentricSun b = knots[middle];
    GeocentricSun c = knots[middle + 1];
    double u = position - middle;
    double wa = u * (u - 1) / 2;
    double wc = u * (u + 1) / 2;
    double wb = 1 - wa - wc;
    return new GeocentricSun(
        wa * a.siderealTime() + wb * b.siderealTime() + wc * c.siderealTime(),
        b.rightAscension() - wa * turns[middle] + wc * turns[middle + 1],
        wa * a.declination() + wb * b.declination() + wc * c.declination(),
        wa * a.distanceAu() + wb * b.distanceAu() + wc * c.distanceAu(),
        wa * a.equationOfTimeMinutes()
            + wb * b.equationOfTimeMinutes()
            + wc * c.equationOfTimeMinutes());
  }

  private static double turn(double angle) {
    return Math.abs(angle) < Math.PI ? angle : Math.IEEEremainder(angle, TURN); // which is slow
  }
}
