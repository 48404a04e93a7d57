package org.skywatt.features.quality;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Power that is flat for two hours or more while the clear sky is not: at the top of what the plant
 * gives it is the inverter's limit, below it somebody holds the plant back. A level must come back
 * on three days, or be held for long against a sky that changes much.
 */
final class PlateauCheck {
  private static final double FLAT = 0.005;
  private static final double LOWEST = 0.15;
  private static final double HOURS = 2;
  private static final int MIN_ROWS = 4;
  private static final double SKY_CHANGES = 0.03;
  private static final double SKY_CHANGES_MUCH = 0.1;
  private static final double LONG_HOURS = 3;
  private static final double TOP = 0.97;
  private static final int MIN_DAYS = 3;
  private static final double LEVEL = 0.01;
  private static final long SECONDS_A_DAY = 86_400;

  private final PowerSeries kw;
  private final double capacityKw;
  private final Optional<Sky> sky;
  private final Marks marks;

  private record Run(int from, int to, long level, double skyChange, boolean exact) {}

  PlateauCheck(PowerSeries kw, double capacityKw, Optional<Sky> sky, Marks marks) {
    this.kw = kw;
    this.capacityKw = capacityKw;
    this.sky = sky;
    this.marks = marks;
  }

  List<Finding> find() {
    double top = Quantile.of(0.999, kw.power());
    List<Run> runs = runs();
    Map<Long, Set<Long>> days = new HashMap<>();
    for (Run run : runs) {
      long day = kw.startSeconds()[run.from] / SECONDS_A_DAY;
      for (long level = run.level - 1; level <= run.level + 1; level++) {
        days.computeIfAbsent(level, key -> new HashSet<>()).add(day);
      }
    }
    for (Run run : runs) {
      boolean comesBack = days.get(run.level).size() >= MIN_DAYS;
      boolean held =
          !run.exact
              && run.to - run.from >= kw.rows(LONG_HOURS)
              && run.skyChange >= SKY_CHANGES_MUCH;
      boolean isTop = kw.power()[run.from] >= TOP * top;
      if (comesBack && isTop && sky.isPresent()) {
        marks.add(Finding.Kind.CLIPPED, run.from, run.to);
      } else if ((comesBack || held) && !isTop) {
        marks.add(Finding.Kind.CURTAILED, run.from, run.to);
      }
    }
    List<Finding> found = new ArrayList<>();
    marks
        .finding(
            Finding.Kind.CLIPPED, Marks.format("flat at the inverter's limit, about %.3g kW", top))
        .ifPresent(found::add);
    marks
        .finding(
            Finding.Kind.CURTAILED,
            "flat for two hours or more below what the plant gives at other times")
        .ifPresent(found::add);
    return found;
  }

  private List<Run> runs() {
    List<Run> runs = new ArrayList<>();
    int least = Math.max(MIN_ROWS, kw.rows(HOURS));
    int i = 0;
    while (i < kw.size()) {
      double low = kw.power()[i];
      if (!(low > LOWEST * capacityKw)) {
        i++;
        continue;
      }
      double high = low;
      int from = i++;
      while (i < kw.size() && kw.follows(i)) {
        double nextLow = Math.min(low, kw.power()[i]);
        double nextHigh = Math.max(high, kw.power()[i]);
        if (!(nextHigh - nextLow <= FLAT * capacityKw)) {
          break;
        }
        low = nextLow;
        high = nextHigh;
        i++;
      }
      double change = skyChange(from, i);
      if (i - from >= least && change >= SKY_CHANGES) {
        long level = Math.round((low + high) / 2 / (LEVEL * capacityKw));
        runs.add(new Run(from, i, level, change, low == high));
      }
    }
    return runs;
  }

  /** How much clear-sky GHI changes, as a fraction of its greatest; 1 where there is no sun. */
  private double skyChange(int from, int to) {
    if (sky.isEmpty()) {
      return 1;
    }
    double low = Double.POSITIVE_INFINITY;
    double high = 0;
    for (int i = from; i < to; i++) {
      low = Math.min(low, sky.get().clear()[i].ghi());
      high = Math.max(high, sky.get().clear()[i].ghi());
    }
    return high > 0 ? (high - low) / high : 0;
  }
}
