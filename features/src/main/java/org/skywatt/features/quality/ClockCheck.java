package org.skywatt.features.quality;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.skywatt.core.site.Location;
import org.skywatt.core.solar.SunTimes;

/**
 * Whether the times fit the sun. Over the whole series: the shift at which mean power by time of
 * day agrees best with the sun's height. Day by day: the middle between first and last light in the
 * power against the sun's transit, which does not hang on how the modules face.
 */
final class ClockCheck {
  private static final int BINS = 96;
  private static final long SECONDS_A_DAY = 86_400;
  private static final long BIN_SECONDS = SECONDS_A_DAY / BINS;
  private static final double COARSE_SECONDS = 2700;
  private static final double NOTABLE_SECONDS = 1800;
  private static final double JUMP_SECONDS = 2400;
  private static final double LIGHT = 0.02;
  private static final double BRIGHT_DAY = 0.15;
  private static final ChangePoints JUMPS = new ChangePoints(14, 28, JUMP_SECONDS, 0.5);

  private final PowerSeries series;
  private final Location location;

  private ClockCheck(PowerSeries series, Location location) {
    this.series = series;
    this.location = location;
  }

  /**
   * @param shiftSeconds of each row: its time less this is right
   */
  record Result(long[] shiftSeconds, Optional<Finding> finding) {}

  static Result check(PowerSeries kw, Location location, Marks marks) {
    return new ClockCheck(kw, location).run(marks);
  }

  private Result run(Marks marks) {
    long[] shifts = new long[series.size()];
    double usual = Quantile.of(0.99, series.power());
    if (series.size() < 14 * series.rows(24) || !(usual > 0)) {
      return new Result(shifts, Optional.empty());
    }
    long coarse = coarseShift();
    LocalDate first = day(series.startSeconds()[0] - coarse);
    LocalDate last = day(series.startSeconds()[series.size() - 1] - coarse);
    int days = (int) (last.toEpochDay() - first.toEpochDay()) + 1;
    double[] offsets = dailyOffsets(first, days, coarse, usual);
    List<ChangePoints.Change> jumps = JUMPS.find(offsets);

    List<String> parts = new ArrayList<>();
    double size = 0;
    double confidence = 1;
    for (int i = 0; i <= jumps.size(); i++) {
      int from = i == 0 ? 0 : jumps.get(i - 1).index();
      int to = i == jumps.size() ? days : jumps.get(i).index();
      double[] part = Arrays.copyOfRange(offsets, from, to);
      double middle = Quantile.of(0.5, part);
      long shift = coarse + (Double.isNaN(middle) ? 0 : BIN_SECONDS * Math.round(middle / 900));
      if (Math.abs(shift) < NOTABLE_SECONDS) {
        continue;
      }
      size = Math.abs(shift) > Math.abs(size) ? shift : size;
      confidence = Math.min(confidence, share(part, (double) (shift - coarse), -(double) coarse));
      parts.add(describe(first.plusDays(from), first.plusDays(to - 1L), shift));
      mark(marks, shifts, first.plusDays(from), first.plusDays(to), coarse, shift);
    }
    for (ChangePoints.Change jump : jumps) {
      confidence = Math.min(confidence, jump.confidence());
    }
    if (parts.isEmpty()) {
      return new Result(shifts, Optional.empty());
    }
    String why =
        jumps.isEmpty()
            ? "times do not fit the sun (another time zone?): "
            : "the clock jumps against the sun (daylight saving or a set clock?): ";
    Finding finding =
        new Finding(
            Finding.Kind.CLOCK,
            why + String.join("; ", parts),
            marks.spans(Finding.Kind.CLOCK),
            size,
            confidence);
    return new Result(shifts, Optional.of(finding));
  }

  /** The shift in quarter hours, −12 h to 12 h, zero where it is under 45 minutes. */
  private long coarseShift() {
    Sky sky = Sky.over(series.startSeconds(), series.stepSeconds(), location);
    double[] power = new double[BINS];
    double[] height = new double[BINS];
    int[] count = new int[BINS];
    for (int i = 0; i < series.size(); i++) {
      if (!Double.isNaN(series.power()[i])) {
        long middle = series.startSeconds()[i] + series.stepSeconds() / 2;
        int bin = (int) (Math.floorMod(middle, SECONDS_A_DAY) / BIN_SECONDS);
        power[bin] += Math.max(0, series.power()[i]);
        height[bin] += Math.max(0, Math.cos(Math.toRadians(sky.zenithDeg()[i])));
        count[bin]++;
      }
    }
    int best = 0;
    double most = Double.NEGATIVE_INFINITY;
    for (int shift = 0; shift < BINS; shift++) {
      double agreement = 0;
      for (int bin = 0; bin < BINS; bin++) {
        int later = (bin + shift) % BINS;
        if (count[bin] > 0 && count[later] > 0) {
          agreement += height[bin] / count[bin] * (power[later] / count[later]);
        }
      }
      if (agreement > most) {
        most = agreement;
        best = shift;
      }
    }
    long shift = (best > BINS / 2 ? best - BINS : best) * BIN_SECONDS;
    return Math.abs(shift) < COARSE_SECONDS ? 0 : shift;
  }

  /** Seconds from the sun's transit to the middle of the light in the power, day by day. */
  private double[] dailyOffsets(LocalDate first, int days, long coarse, double usual) {
    double[] offsets = new double[days];
    List<SunTimes> times = SunTimes.list(first, days, location);
    int row = 0;
    for (int day = 0; day < days; day++) {
      double transit = times.get(day).transit().toEpochMilli() / 1000.0;
      int rows = 0;
      double most = 0;
      double begin = Double.NaN;
      double end = Double.NaN;
      while (row < series.size()
          && series.startSeconds()[row] - coarse < transit + SECONDS_A_DAY / 2.0) {
        double time = series.startSeconds()[row] - coarse;
        double power = series.power()[row];
        if (time >= transit - SECONDS_A_DAY / 2.0 && !Double.isNaN(power)) {
          rows++;
          most = Math.max(most, power);
          if (power > LIGHT * usual) {
            begin = Double.isNaN(begin) ? time : begin;
            end = time + series.stepSeconds();
          }
        }
        row++;
      }
      boolean told = rows >= 0.95 * series.rows(24) && most > BRIGHT_DAY * usual;
      offsets[day] = told ? (begin + end) / 2 - transit : Double.NaN;
    }
    return offsets;
  }

  private void mark(
      Marks marks, long[] shifts, LocalDate from, LocalDate before, long coarse, long shift) {
    for (int i = 0; i < series.size(); i++) {
      LocalDate day = day(series.startSeconds()[i] - coarse);
      if (!day.isBefore(from) && day.isBefore(before)) {
        shifts[i] = shift;
        marks.add(Finding.Kind.CLOCK, i);
      }
    }
  }

  /** The solar day: local mean time at the place. */
  private LocalDate day(long seconds) {
    long local = seconds + Math.round(location.longitude() * 240);
    return Instant.ofEpochSecond(local).atOffset(ZoneOffset.UTC).toLocalDate();
  }

  private static double share(double[] offsets, double mine, double other) {
    int told = 0;
    int nearer = 0;
    for (double offset : offsets) {
      if (!Double.isNaN(offset)) {
        told++;
        nearer += Math.abs(offset - mine) < Math.abs(offset - other) ? 1 : 0;
      }
    }
    return told == 0 ? Double.NaN : (double) nearer / told;
  }

  private static String describe(LocalDate from, LocalDate to, long shift) {
    long minutes = Math.abs(shift) / 60;
    return Marks.format(
        "%s to %s %d:%02d h %s",
        from, to, minutes / 60, minutes % 60, shift > 0 ? "late" : "early");
  }
}
