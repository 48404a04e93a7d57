package org.skywatt.features.plan;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.skywatt.core.time.Interval;
import org.skywatt.core.time.Steps;

/**
 * One moment at which a forecast is made: {@code steps} steps of equal length on the grid of whole
 * steps since the epoch, the first of which {@code issueTime} lies in or starts.
 */
public record Issue(Instant issueTime, Duration step, int steps) implements Serializable {
  public Issue {
    if (step.isZero() || step.isNegative() || steps < 1) {
      throw new IllegalArgumentException("an issue needs a positive step and at least one step");
    }
  }

  /** Interval of the step of index {@code index}. */
  public Interval interval(int index) {
    Instant start = Steps.floor(issueTime, step);
    Instant begin = start.plusNanos(Math.multiplyExact(step.toNanos(), index));
    return new Interval(begin, begin.plus(step));
  }

  /** One issue every {@code every} from {@code from} to {@code to}, both included. */
  public static List<Issue> every(
      Instant from, Instant to, Duration every, Duration horizon, Duration step) {
    if (every.isZero() || every.isNegative()) {
      throw new IllegalArgumentException("issues must be a positive time apart: " + every);
    }
    int steps = Math.toIntExact(horizon.dividedBy(step));
    List<Issue> issues = new ArrayList<>();
    for (Instant time = from; !time.isAfter(to); time = time.plus(every)) {
      issues.add(new Issue(time, step, steps));
    }
    return issues;
  }

  /** One issue a calendar month (UTC), at its start, with its hours. */
  public static List<Issue> months(YearMonth first, YearMonth last) {
    List<Issue> issues = new ArrayList<>();
    for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
      issues.add(
          new Issue(
              month.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC),
              Duration.ofHours(1),
              24 * month.lengthOfMonth()));
    }
    return issues;
  }
}
