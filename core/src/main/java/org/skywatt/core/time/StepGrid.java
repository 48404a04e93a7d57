package org.skywatt.core.time;

import java.time.Duration;
import java.time.Instant;

/**
 * Steps of one length, numbered: step n ends n lengths after 1970-01-01T00:00Z. Inner loops count
 * in numbers, which costs a hundredth of counting in instants. Numbers of steps of a second end in
 * 2038 (an {@link ArithmeticException} then), of longer ones later.
 *
 * @param seconds length of a step
 */
public record StepGrid(int seconds) {
  private static final long SECONDS_A_DAY = 86_400;

  public StepGrid {
    if (seconds < 1) {
      throw new IllegalArgumentException("a step must be a second or longer: " + seconds);
    }
  }

  /**
   * @throws IllegalArgumentException unless {@code step} is a positive number of whole seconds
   */
  public static StepGrid of(Duration step) {
    if (step.getNano() != 0 || step.getSeconds() != (int) step.getSeconds()) {
      throw new IllegalArgumentException("steps must be whole seconds long, not " + step);
    }
    return new StepGrid((int) step.getSeconds());
  }

  /**
   * Number of the step that ends at {@code end}.
   *
   * @throws IllegalArgumentException if none does
   */
  public int number(Instant end) {
    if (end.getNano() != 0 || Math.floorMod(end.getEpochSecond(), seconds) != 0) {
      throw new IllegalArgumentException(
          "steps of " + seconds + " s end whole steps after 1970, not at " + end);
    }
    return Math.toIntExact(end.getEpochSecond() / seconds);
  }

  /** Number of the last step that ends at or before {@code time}. */
  public int lastBy(Instant time) {
    return Math.toIntExact(Math.floorDiv(time.getEpochSecond(), seconds));
  }

  /**
   * Number of the first step that ends at most {@code before}, whole seconds, before {@code time}.
   */
  public int firstFrom(Instant time, Duration before) {
    long wholeSeconds = time.getEpochSecond() - before.toSeconds() + (time.getNano() == 0 ? 0 : 1);
    return Math.toIntExact(-Math.floorDiv(-wholeSeconds, seconds));
  }

  /** Steps of a day; 0 if a day is no whole number of them. */
  public int stepsADay() {
    return SECONDS_A_DAY % seconds == 0 ? (int) (SECONDS_A_DAY / seconds) : 0;
  }

  public Instant end(int number) {
    return Instant.ofEpochSecond(endSecond(number));
  }

  /** Seconds since 1970 at the end of step {@code number}. */
  public long endSecond(int number) {
    return (long) number * seconds;
  }

  /** Whole seconds since 1970 at the middle of step {@code number}. */
  public long middleSecond(int number) {
    return endSecond(number) - seconds + seconds / 2;
  }

  public Instant middle(int number) {
    return Instant.ofEpochSecond(middleSecond(number), middleNanos());
  }

  public Interval interval(int number) {
    return new Interval(end(number - 1), end(number));
  }

  /** Whole seconds from {@code time} to the end of step {@code number}, rounded down. */
  public long secondsToEnd(Instant time, int number) {
    return endSecond(number) - time.getEpochSecond() - (time.getNano() > 0 ? 1 : 0);
  }

  /** Whole seconds from {@code time} to the middle of step {@code number}, rounded down. */
  public long secondsToMiddle(Instant time, int number) {
    return middleSecond(number) - time.getEpochSecond() - (time.getNano() > middleNanos() ? 1 : 0);
  }

  private int middleNanos() {
    return seconds % 2 * 500_000_000;
  }
}
