package org.skywatt.features.quality;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.skywatt.core.solar.Transposition;

/**
 * When the plant began to give more or less than before under the same sky. Each day is told by the
 * ratio of power to the clear sky in its best hours, each ten days by their second-best day, so
 * that clouds count little; a change must be abrupt (within weeks) and above 15%. Without a sun
 * (wind) the power itself stands for the ratio. Haze and months of cloud can pass for a change of a
 * few tenths; the confidence does not know of them.
 */
final class CapacityCheck {
  private static final long SECONDS_A_DAY = 86_400;
  private static final int BLOCK_DAYS = 10;
  private static final double BEST_HOURS = 0.9;
  private static final double MIN_ELEVATION = 15;
  private static final int MIN_ROWS = 6;
  private static final double LEAST_CHANGE = Math.log(1.15);
  private static final int DRIFT_BLOCKS = 12;
  private static final double LEAST_DRIFT = 0.005;
  private static final double DAYS_A_MONTH = 30.44;

  private static final ChangePoints CHANGES = new ChangePoints(4, 5, LEAST_CHANGE, 0.75);

  private final PowerSeries kw;
  private final Optional<Sky> sky;
  private final Optional<Transposition.Plane> known;
  private final Marks marks;

  CapacityCheck(
      PowerSeries kw, Optional<Sky> sky, Optional<Transposition.Plane> known, Marks marks) {
    this.kw = kw;
    this.sky = sky;
    this.known = known;
    this.marks = marks;
  }

  /**
   * A stretch of one effective capacity.
   *
   * @param level relative to the best stretch, 0 to 1
   */
  record Stretch(Instant from, Instant to, double level) {}

  record Result(
      List<Finding> findings, List<Stretch> stretches, Optional<Transposition.Plane> plane) {}

  Result check() {
    List<int[]> days = days();
    Levels levels = levels(days);
    double[] daily = levels.daily;
    double[] blocks = levels.blocks;
    List<ChangePoints.Change> changes = levels.changes;

    List<Finding> findings = new ArrayList<>();
    List<Stretch> stretches = new ArrayList<>();
    double[] heights = new double[changes.size() + 1];
    int fromBlock = 0;
    int fromDay = 0;
    for (int i = 0; i <= changes.size(); i++) {
      int toBlock = i == changes.size() ? blocks.length : changes.get(i).index();
      int toDay = days.size();
      if (i < changes.size()) {
        ChangePoints.Change change = changes.get(i);
        toDay = firstDayAfter(daily, toBlock * BLOCK_DAYS);
        findings.add(change(change, days.get(toDay)));
      }
      double[] part = Arrays.copyOfRange(blocks, fromBlock, toBlock);
      heights[i] = Quantile.of(0.5, part);
      if (!days.isEmpty()) {
        int end = days.get(toDay - 1)[1];
        stretches.add(
            new Stretch(
                Instant.ofEpochSecond(kw.startSeconds()[days.get(fromDay)[0]]),
                Instant.ofEpochSecond(kw.startSeconds()[end - 1] + kw.stepSeconds()),
                heights[i]));
        drift(part, days.get(fromDay)[0], end).ifPresent(findings::add);
      }
      fromBlock = toBlock;
      fromDay = toDay;
    }
    double most = Arrays.stream(heights).filter(level -> !Double.isNaN(level)).max().orElse(0);
    stretches.replaceAll(
        each -> new Stretch(each.from(), each.to(), Math.exp(each.level() - most)));
    return new Result(findings, stretches, levels.plane);
  }

  /** What the days give on one plane, and where that changes. */
  private record Levels(
      Optional<Transposition.Plane> plane,
      double[] daily,
      double[] blocks,
      List<ChangePoints.Change> changes,
      double cost) {}

  /** Under the plane that leaves the least unexplained, each change counting as well. */
  private Levels levels(List<int[]> days) {
    if (sky.isEmpty() || known.isPresent()) {
      return levels(days, known);
    }
    return PlaneFit.candidates(kw, sky.get(), days).stream()
        .map(plane -> levels(days, Optional.of(plane)))
        .min(Comparator.comparingDouble(Levels::cost))
        .orElseThrow();
  }

  private Levels levels(List<int[]> days, Optional<Transposition.Plane> plane) {
    double[] daily = days.stream().mapToDouble(day -> index(day, plane)).toArray();
    double[] blocks = new double[days.size() / BLOCK_DAYS];
    for (int i = 0; i < blocks.length; i++) {
      blocks[i] = best(Arrays.copyOfRange(daily, i * BLOCK_DAYS, (i + 1) * BLOCK_DAYS));
    }
    List<ChangePoints.Change> changes = CHANGES.find(blocks);
    double left = 0;
    int count = 0;
    for (int i = 0; i <= changes.size(); i++) {
      int from = i == 0 ? 0 : changes.get(i - 1).index();
      int to = i == changes.size() ? blocks.length : changes.get(i).index();
      double[] part = Arrays.copyOfRange(blocks, from, to);
      double median = Quantile.of(0.5, part);
      for (double block : part) {
        if (!Double.isNaN(block)) {
          left += Math.abs(block - median);
          count++;
        }
      }
    }
    // Bayes' information criterion for a Laplace error; a change costs its place and its level.
    double cost =
        count == 0 ? 0 : count * Math.log(left / count) + changes.size() * Math.log(count);
    return new Levels(plane, daily, blocks, changes, cost);
  }

  /** Rows of each UTC day that has any, from and to. */
  private List<int[]> days() {
    List<int[]> days = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= kw.size(); i++) {
      if (i == kw.size()
          || Math.floorDiv(kw.startSeconds()[i], SECONDS_A_DAY)
              != Math.floorDiv(kw.startSeconds()[from], SECONDS_A_DAY)) {
        days.add(new int[] {from, i});
        from = i;
      }
    }
    return days;
  }

  /** Logarithm of what the plant gives in the day's best hours; NaN where too few rows are good. */
  private double index(int[] day, Optional<Transposition.Plane> plane) {
    double[] ratios = new double[day[1] - day[0]];
    int count = 0;
    for (int i = day[0]; i < day[1]; i++) {
      if (isBad(i)) {
        continue;
      }
      if (sky.isEmpty()) {
        ratios[count++] = kw.power()[i];
      } else if (sky.get().elevationDeg(i) > MIN_ELEVATION) {
        double clear = sky.get().planeWm2(i, plane.orElseThrow());
        if (clear > 100) {
          ratios[count++] = kw.power()[i] / clear;
        }
      }
    }
    double best = Quantile.of(BEST_HOURS, Arrays.copyOf(ratios, count));
    return count >= Math.min(MIN_ROWS, kw.rows(6)) && best > 0 ? Math.log(best) : Double.NaN;
  }

  private boolean isBad(int row) {
    return Double.isNaN(kw.power()[row])
        || marks.has(Finding.Kind.STUCK, row)
        || marks.has(Finding.Kind.OUTAGE, row)
        || marks.has(Finding.Kind.CURTAILED, row)
        || marks.has(Finding.Kind.CLIPPED, row)
        || marks.has(Finding.Kind.COPIED_DAY, row)
        || marks.has(Finding.Kind.ABOVE_CAPACITY, row);
  }

  /** The second-best value; NaN where fewer than three are known. */
  private static double best(double[] values) {
    double[] sorted =
        Arrays.stream(values).filter(value -> !Double.isNaN(value)).sorted().toArray();
    return sorted.length < 3 ? Double.NaN : sorted[sorted.length - 2];
  }

  /**
   * The day near {@code about} that parts the days best: least pinball loss about the 0.8 quantiles
   * of both sides.
   */
  private static int firstDayAfter(double[] daily, int about) {
    int reach = 2 * BLOCK_DAYS;
    int from = Math.max(0, about - 3 * reach);
    int to = Math.min(daily.length, about + 3 * reach);
    int best = Math.min(about, daily.length - 1);
    double least = Double.POSITIVE_INFINITY;
    for (int at = Math.max(from + 3, about - reach); at < Math.min(to - 3, about + reach); at++) {
      double loss =
          loss(Arrays.copyOfRange(daily, from, at)) + loss(Arrays.copyOfRange(daily, at, to));
      if (loss < least && !Double.isNaN(daily[at])) {
        least = loss;
        best = at;
      }
    }
    return best;
  }

  private static double loss(double[] values) {
    double level = 0.8;
    double quantile = Quantile.of(level, values);
    double sum = 0;
    for (double value : values) {
      if (!Double.isNaN(value)) {
        sum += Math.max(level * (value - quantile), (level - 1) * (value - quantile));
      }
    }
    return sum;
  }

  private Finding change(ChangePoints.Change change, int[] day) {
    double size = Math.exp(change.size()) - 1;
    for (int i = day[0]; i < day[1]; i++) {
      marks.add(Finding.Kind.CAPACITY_CHANGE, i);
    }
    Finding.Span span = marks.span(day[0], day[1]);
    return new Finding(
        Finding.Kind.CAPACITY_CHANGE,
        Marks.format(
            "gives %.0f%% %s than before from %s on, under the same sky",
            Math.abs(100 * size),
            size < 0 ? "less" : "more",
            span.from().toString().substring(0, 10)),
        List.of(span),
        size,
        change.confidence());
  }

  /** A slow change over at least four months: the median of the slopes (Theil and Sen). */
  private Optional<Finding> drift(double[] blocks, int fromRow, int toRow) {
    if (sky.isEmpty() || blocks.length < DRIFT_BLOCKS) {
      return Optional.empty();
    }
    double[] slopes = new double[blocks.length * (blocks.length - 1) / 2];
    int count = 0;
    int rising = 0;
    for (int i = 0; i < blocks.length; i++) {
      for (int j = i + 1; j < blocks.length; j++) {
        double slope = (blocks[j] - blocks[i]) / ((j - i) * BLOCK_DAYS) * DAYS_A_MONTH;
        slopes[count++] = slope;
        rising += slope > 0 ? 1 : slope < 0 ? -1 : 0;
      }
    }
    double slope = Quantile.of(0.5, slopes);
    // Mann and Kendall's test; the variance without ties.
    double n = blocks.length;
    double z = Math.abs(rising) / Math.sqrt(n * (n - 1) * (2 * n + 5) / 18);
    if (Math.abs(slope) < LEAST_DRIFT || z < 3) {
      return Optional.empty();
    }
    return Optional.of(
        new Finding(
            Finding.Kind.DRIFT,
            Marks.format(
                "gives %.1f%% a month %s (dust, haze, growth or a plane that is not known?)",
                100 * Math.abs(slope), slope < 0 ? "less" : "more"),
            List.of(marks.span(fromRow, toRow)),
            slope,
            Double.NaN));
  }
}
