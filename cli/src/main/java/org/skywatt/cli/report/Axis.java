package org.skywatt.cli.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A linear axis.
 *
 * @param from value at {@code start}
 * @param to value at {@code end}; not {@code from}
 * @param start pixels
 * @param end pixels
 */
record Axis(double from, double to, double start, double end) {
  /** An axis from 0, or the least value where it is negative, to a round number above all. */
  static Axis over(double least, double most, double start, double end) {
    double from = Math.min(0, least);
    double to = most > from ? most : from + 1;
    double step = step(to - from);
    return new Axis(Math.floor(from / step) * step, Math.ceil(to / step) * step, start, end);
  }

  double at(double value) {
    return start + (value - from) / (to - from) * (end - start);
  }

  /** Round values within the axis, four to eight of them. */
  List<Double> ticks() {
    double step = step(to - from);
    List<Double> ticks = new ArrayList<>();
    for (long i = Math.round(Math.ceil(from / step)); i * step <= to + step * 1e-9; i++) {
      ticks.add(i * step);
    }
    return ticks;
  }

  /** 1, 2 or 5 times a power of ten, so that {@code span} has four to eight steps. */
  private static double step(double span) {
    double power = Math.pow(10, Math.floor(Math.log10(span / 4)));
    double steps = span / 4 / power;
    return power * (steps >= 5 ? 5 : steps >= 2 ? 2 : 1);
  }
}
