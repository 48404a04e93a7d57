package org.skywatt.features.quality;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which rows of a series carry which flags; grows as checks run. */
final class Marks {
  private final PowerSeries series;
  private final int[] bits;

  Marks(PowerSeries series) {
    this.series = series;
    this.bits = new int[series.size()];
  }

  void add(Finding.Kind kind, int row) {
    bits[row] |= kind.bit();
  }

  /** Marks rows {@code from} to before {@code to}. */
  void add(Finding.Kind kind, int from, int to) {
    for (int i = from; i < to; i++) {
      add(kind, i);
    }
  }

  boolean isMarked(int row) {
    return bits[row] != 0;
  }

  boolean has(Finding.Kind kind, int row) {
    return (bits[row] & kind.bit()) != 0;
  }

  /** The finding over all rows with {@code kind}; empty where none has it. */
  Optional<Finding> finding(Finding.Kind kind, String reason) {
    List<Finding.Span> spans = spans(kind);
    return spans.isEmpty()
        ? Optional.empty()
        : Optional.of(new Finding(kind, reason, spans, Double.NaN, Double.NaN));
  }

  /** Runs of rows without a gap that have {@code kind}. */
  List<Finding.Span> spans(Finding.Kind kind) {
    List<Finding.Span> spans = new ArrayList<>();
    int i = 0;
    while (i < bits.length) {
      if (!has(kind, i)) {
        i++;
        continue;
      }
      int from = i++;
      while (i < bits.length && has(kind, i) && series.follows(i)) {
        i++;
      }
      spans.add(span(from, i));
    }
    return spans;
  }

  Finding.Span span(int from, int to) {
    return new Finding.Span(
        Instant.ofEpochSecond(series.startSeconds()[from]),
        Instant.ofEpochSecond(series.startSeconds()[to - 1] + series.stepSeconds()),
        (long) to - from);
  }

  static String format(String text, Object... values) {
    return String.format(Locale.ROOT, text, values);
  }
}
