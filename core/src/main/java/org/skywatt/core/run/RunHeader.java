package org.skywatt.core.run;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.skywatt.core.forecast.QuantileLevels;
import org.skywatt.core.time.Interval;

/**
 * What holds for every site of a run. All instants are UTC, whole seconds.
 *
 * @param runId the issue time as {@code 20260101T060000Z}, then nothing or {@code -} and a suffix
 *     of {@code a-z 0-9 . _ -}: run ids sort by issue time
 * @param issueTime the moment the forecast is made
 * @param firstStart start of the first step; step {@code i} is the interval {@code (firstStart + i
 *     × step, firstStart + (i + 1) × step]}, and the first must end after the issue time
 * @param stepSeconds length of a step, 1 to 86400 s
 * @param steps number of steps, at least 1
 * @param levels quantile levels; each step has a mean and one quantile a level
 * @param model name and version of the model that made the run; of several with a {@code +} between
 *     two, those that were averaged with {@code *} and their weight
 * @param joules energy that the run took, J, not negative, told with its {@code energyTier}
 * @param nextRunExpected when a newer run should be published; after this the run grows stale
 * @param licence terms of the input data that bind whoever uses the forecast
 */
public record RunHeader(
    String runId,
    Instant issueTime,
    Instant firstStart,
    int stepSeconds,
    int steps,
    QuantileLevels levels,
    String model,
    double joules,
    EnergyTier energyTier,
    Instant nextRunExpected,
    String licence) {

  /** The version of the file format that this code writes and reads. */
  public static final int FORMAT_VERSION = 1;

  /** The int16 that stands for 100% of capacity. */
  public static final int SCALE = 27000;

  /** The int16 that stands for a missing value. */
  public static final short MISSING = Short.MIN_VALUE;

  /** The names of the models in {@link #model}, without weights. */
  public static List<String> names(String model) {
    List<String> names = new ArrayList<>();
    for (String each : model.split("\\+", -1)) {
      int weight = each.indexOf('*');
      names.add(weight < 0 ? each : each.substring(0, weight));
    }
    return names;
  }

  /** A stored value as a fraction of capacity; NaN if it is missing. */
  public static double fraction(short value) {
    return value == MISSING ? Double.NaN : value / (double) SCALE;
  }

  /** Greatest number of values (steps × channels) that one site may have: 1 MiB. */
  static final int MAX_BLOCK = 512 * 1024;

  private static final int STAMP_LENGTH = 16;

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final Pattern RUN_ID =
      Pattern.compile("[0-9]{8}T[0-9]{6}Z(-[a-z0-9][a-z0-9._-]{0,63})?");

  public RunHeader {
    Text.require("run id", runId);
    if (!RUN_ID.matcher(runId).matches()) {
      throw new IllegalArgumentException(
          "run id '" + runId + "' must look like 20260101T060000Z or 20260101T060000Z-suffix");
    }
    requireWholeSeconds("issue time", issueTime);
    requireWholeSeconds("first start", firstStart);
    requireWholeSeconds("next run expected", nextRunExpected);
    if (!runId.startsWith(stamp(issueTime))) {
      throw new IllegalArgumentException(
          "run id '" + runId + "' must start with its issue time " + stamp(issueTime));
    }
    if (stepSeconds < 1 || stepSeconds > 86400) {
      throw new IllegalArgumentException("step of " + stepSeconds + " s is not within 1 to 86400");
    }
    if (levels == null || energyTier == null) {
      throw new IllegalArgumentException("a run needs quantile levels and an energy tier");
    }
    if (steps < 1 || (long) steps * (levels.size() + 1) > MAX_BLOCK) {
      throw new IllegalArgumentException(
          steps
              + " steps of "
              + (levels.size() + 1)
              + " channels: 1 to "
              + MAX_BLOCK
              + " values a site are possible");
    }
    if (!firstStart.plusSeconds(stepSeconds).isAfter(issueTime)) {
      throw new IllegalArgumentException(
          "the first step, from " + firstStart + ", ends before the issue time " + issueTime);
    }
    if (!nextRunExpected.isAfter(issueTime)) {
      throw new IllegalArgumentException(
          "the next run is expected at " + nextRunExpected + ", not after " + issueTime);
    }
    if (!(joules >= 0 && joules < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("joules must be finite and not negative: " + joules);
    }
    Text.require("model", model);
    Text.require("licence", licence);
  }

  /** The issue time as run ids start with it, such as {@code 20260101T060000Z}. */
  public static String stamp(Instant issueTime) {
    return STAMP.format(issueTime);
  }

  /**
   * The issue time that a run's id begins with.
   *
   * @throws java.time.DateTimeException if it begins with none
   */
  public static Instant issueTime(String runId) {
    return STAMP.parse(runId.substring(0, Math.min(STAMP_LENGTH, runId.length())), Instant::from);
  }

  /** The interval of step {@code index}, from 0 to {@code steps − 1}. */
  public Interval interval(int index) {
    if (index < 0 || index >= steps) {
      throw new IndexOutOfBoundsException("step " + index + " of " + steps);
    }
    Instant start = firstStart.plusSeconds((long) index * stepSeconds);
    return new Interval(start, start.plusSeconds(stepSeconds));
  }

  public Duration step() {
    return Duration.ofSeconds(stepSeconds);
  }

  /** The end of the last step. */
  public Instant end() {
    return firstStart.plusSeconds((long) steps * stepSeconds);
  }

  /** Values of a step: the mean and one a level. */
  public int channels() {
    return levels.size() + 1;
  }

  private static void requireWholeSeconds(String what, Instant time) {
    if (time == null || !time.equals(time.truncatedTo(ChronoUnit.SECONDS))) {
      throw new IllegalArgumentException(what + " must be given in whole seconds: " + time);
    }
    int year = time.atOffset(ZoneOffset.UTC).getYear();
    if (year < 1900 || year > 9999) {
      throw new IllegalArgumentException(what + " is not within the years 1900 to 9999: " + time);
    }
  }
}
