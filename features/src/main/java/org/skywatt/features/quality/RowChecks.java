package org.skywatt.features.quality;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks of single rows and of short runs of rows, in kW. */
final class RowChecks {
  private static final double ABOVE = 1.1;
  private static final double TWILIGHT_DEG = -4;
  private static final double DEGREES_A_SECOND = 15.0 / 3600;
  private static final double NIGHT_POWER = 0.01;
  private static final double DAY_DEG = 10;
  private static final double NO_POWER = 0.001;
  private static final double OUTAGE_HOURS = 1;
  private static final double CALM_HOURS = 72;
  private static final double STUCK_HOURS = 3;
  private static final int STUCK_ROWS = 6;
  private static final double STUCK_POWER = 0.005;
  private static final int DISTINCT = 8;

  private final PowerSeries kw;
  private final double capacityKw;
  private final Marks marks;

  RowChecks(PowerSeries kw, double capacityKw, Marks marks) {
    this.kw = kw;
    this.capacityKw = capacityKw;
    this.marks = marks;
  }

  Optional<Finding> missing() {
    List<Finding.Span> spans = new ArrayList<>();
    for (int i = 0; i < kw.size(); i++) {
      if (Double.isNaN(kw.power()[i])) {
        marks.add(Finding.Kind.MISSING, i);
      }
      long gap = i == 0 ? 0 : kw.startSeconds()[i] - kw.startSeconds()[i - 1] - kw.stepSeconds();
      if (gap > 0) {
        spans.add(
            new Finding.Span(
                Instant.ofEpochSecond(kw.startSeconds()[i] - gap),
                Instant.ofEpochSecond(kw.startSeconds()[i]),
                Math.max(1, gap / kw.stepSeconds())));
      }
    }
    spans.addAll(marks.spans(Finding.Kind.MISSING));
    spans.sort(Comparator.comparing(Finding.Span::from));
    return spans.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Finding(
                Finding.Kind.MISSING,
                "steps are absent or have no value",
                spans,
                Double.NaN,
                Double.NaN));
  }

  Optional<Finding> negative() {
    markWhere(Finding.Kind.NEGATIVE, i -> kw.power()[i] < 0);
    return marks.finding(
        Finding.Kind.NEGATIVE, "below zero: a meter that also reads the site's own use?");
  }

  Optional<Finding> aboveCapacity() {
    markWhere(Finding.Kind.ABOVE_CAPACITY, i -> kw.power()[i] > ABOVE * capacityKw);
    return marks.finding(
        Finding.Kind.ABOVE_CAPACITY,
        Marks.format("above 110%% of the capacity of %.4g kW", capacityKw));
  }

  Optional<Finding> night(Sky sky) {
    double deep = TWILIGHT_DEG - kw.stepSeconds() / 2.0 * DEGREES_A_SECOND;
    markWhere(
        Finding.Kind.NIGHT_PRODUCTION,
        i -> sky.elevationDeg(i) < deep && kw.power()[i] > NIGHT_POWER * capacityKw);
    return marks.finding(
        Finding.Kind.NIGHT_PRODUCTION, "power above 1% of capacity with the sun far down");
  }

  Optional<Finding> solarOutage(Sky sky) {
    markRuns(
        Finding.Kind.OUTAGE,
        i -> Math.abs(kw.power()[i]) <= NO_POWER * capacityKw && sky.elevationDeg(i) > DAY_DEG,
        kw.rows(OUTAGE_HOURS));
    return marks.finding(Finding.Kind.OUTAGE, "no power for an hour or more of daylight");
  }

  Optional<Finding> calmOutage() {
    markRuns(
        Finding.Kind.OUTAGE,
        i -> Math.abs(kw.power()[i]) <= NO_POWER * capacityKw,
        kw.rows(CALM_HOURS));
    return marks.finding(Finding.Kind.OUTAGE, "no power for three days or more");
  }

  /** The same value to the last digit; plateaus that were told before are left as they are. */
  Optional<Finding> stuck() {
    int least = Math.max(STUCK_ROWS, kw.rows(STUCK_HOURS));
    int from = 0;
    for (int i = 1; i <= kw.size(); i++) {
      if (i < kw.size() && kw.follows(i) && kw.power()[i] == kw.power()[i - 1]) {
        continue;
      }
      boolean known =
          marks.has(Finding.Kind.CLIPPED, from) || marks.has(Finding.Kind.CURTAILED, from);
      if (i - from >= least && Math.abs(kw.power()[from]) > STUCK_POWER * capacityKw && !known) {
        marks.add(Finding.Kind.STUCK, from, i);
      }
      from = i;
    }
    return marks.finding(
        Finding.Kind.STUCK, "the same value to the last digit for three hours or more");
  }

  Optional<Finding> copiedDays() {
    int rows = kw.rows(24);
    Map<Integer, List<Integer>> seen = new HashMap<>();
    int i = 0;
    while (i + rows <= kw.size()) {
      if (kw.startSeconds()[i] % 86_400 != 0
          || kw.startSeconds()[i + rows - 1] - kw.startSeconds()[i]
              != (rows - 1) * kw.stepSeconds()) {
        i++;
        continue;
      }
      double[] day = Arrays.copyOfRange(kw.power(), i, i + rows);
      if (Arrays.stream(day).filter(power -> power > 0).distinct().count() >= DISTINCT) {
        List<Integer> alike = seen.computeIfAbsent(Arrays.hashCode(day), key -> new ArrayList<>());
        boolean copied = false;
        for (int other : alike) {
          copied |= Arrays.equals(day, Arrays.copyOfRange(kw.power(), other, other + rows));
        }
        if (copied) {
          marks.add(Finding.Kind.COPIED_DAY, i, i + rows);
        }
        alike.add(i);
      }
      i += rows;
    }
    return marks.finding(
        Finding.Kind.COPIED_DAY, "the whole day repeats an earlier day to the last digit");
  }

  private interface RowTest {
    boolean test(int row);
  }

  private void markWhere(Finding.Kind kind, RowTest test) {
    markRuns(kind, test, 1);
  }

  private void markRuns(Finding.Kind kind, RowTest test, int least) {
    int i = 0;
    while (i < kw.size()) {
      if (!test.test(i)) {
        i++;
        continue;
      }
      int from = i++;
      while (i < kw.size() && kw.follows(i) && test.test(i)) {
        i++;
      }
      if (i - from >= least) {
        marks.add(kind, from, i);
      }
    }
  }
}
