package org.skywatt.features.view;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.skywatt.core.sample.NwpSample;
import org.skywatt.core.time.StepGrid;
import org.skywatt.core.time.Steps;

/**
 * Judges the weather models of one site, where there are several, by the power that the plant would
 * have given in the weather of each. Of each of the last seven days that was foretold at its
 * beginning, with what was known then, for 24 hours; it is held against what was metered. That is
 * done once a day, at midnight UTC, with the readings known then, so a judgement does not change
 * from run to run. Not safe for threads: what was found is kept.
 */
final class SourceJudge {
  /** What is looked at lies within {@code FeatureJob.LOOK_BACK}, interpolation included. */
  static final int DAYS = 7;

  private static final Duration DAY = Duration.ofDays(1);
  private static final StepGrid HOURS = StepGrid.of(Duration.ofHours(1));
  private static final int HOURS_A_DAY = 24;

  /** Days with fewer hours that can be compared tell too little. */
  private static final int LEAST_HOURS = 6;

  private final List<String> names = new ArrayList<>();
  private final List<NwpRuns> runs = new ArrayList<>();
  private final PlantPower power;
  private final BiFunction<Instant, NwpView, SiteView> site;
  private final Map<Instant, double[][]> foretold = new HashMap<>();
  private final Map<Instant, SourceSkill> judged = new HashMap<>();

  /**
   * @param samples of all sources
   * @param site what is known of the site at a time, with the weather model as given
   */
  SourceJudge(
      List<NwpSample> samples, PlantPower power, BiFunction<Instant, NwpView, SiteView> site) {
    SortedMap<String, List<NwpSample>> bySource = new TreeMap<>();
    for (NwpSample sample : samples) {
      bySource.computeIfAbsent(sample.source(), any -> new ArrayList<>()).add(sample);
    }
    bySource.forEach(
        (name, own) -> {
          names.add(name);
          runs.add(new NwpRuns(own));
        });
    this.power = power;
    this.site = site;
  }

  /** What is known of the sources' skill at {@code issueTime}. */
  SourceSkill at(Instant issueTime) {
    return judged.computeIfAbsent(Steps.floor(issueTime, DAY), this::judge);
  }

  private SourceSkill judge(Instant midnight) {
    double[][] losses = new double[names.size()][DAYS * HOURS_A_DAY];
    GenerationView metered = view(midnight, 0).generation();
    for (int day = 0; day < DAYS; day++) {
      Instant begin = midnight.minus(DAY.multipliedBy(DAYS - day));
      double[][] powers = foretold.computeIfAbsent(begin, this::foretell);
      int first = HOURS.number(begin) + 1;
      for (int hour = 0; hour < HOURS_A_DAY; hour++) {
        double was = metered.fraction(HOURS.end(first + hour));
        for (int source = 0; source < powers.length; source++) {
          double off = powers[source][hour] - was;
          losses[source][day * HOURS_A_DAY + hour] = off * off;
        }
      }
    }
    return SourceSkill.of(daily(proved(losses)));
  }

  /** Of each source the power of the day that begins at {@code begin}, as foretold then. */
  private double[][] foretell(Instant begin) {
    double[][] powers = new double[names.size()][HOURS_A_DAY];
    int first = HOURS.number(begin) + 1;
    for (int source = 0; source < powers.length; source++) {
      WeatherSteps weather = SiteSteps.once(view(begin, source), HOURS).weather();
      for (int hour = 0; hour < HOURS_A_DAY; hour++) {
        powers[source][hour] = power.at(weather, first + hour);
      }
    }
    return powers;
  }

  private SiteView view(Instant time, int source) {
    return site.apply(time, runs.get(source).at(time, SourceSkill.UNKNOWN));
  }

  /** The losses of those that told at least half as many hours as the one that told most. */
  private SortedMap<String, double[]> proved(double[][] losses) {
    long[] told = new long[losses.length];
    for (int source = 0; source < losses.length; source++) {
      told[source] = Arrays.stream(losses[source]).filter(loss -> !Double.isNaN(loss)).count();
    }
    long most = Arrays.stream(told).max().orElse(0);
    SortedMap<String, double[]> proved = new TreeMap<>();
    for (int source = 0; source < losses.length; source++) {
      if (told[source] > 0 && 2 * told[source] >= most) {
        proved.put(names.get(source), losses[source]);
      }
    }
    return proved;
  }

  /** Sums of days, over the hours that all of them told; days that tell too little are left out. */
  private static SortedMap<String, double[]> daily(SortedMap<String, double[]> losses) {
    boolean[] counts = new boolean[DAYS * HOURS_A_DAY];
    Arrays.fill(counts, !losses.isEmpty());
    for (double[] each : losses.values()) {
      for (int hour = 0; hour < counts.length; hour++) {
        counts[hour] &= !Double.isNaN(each[hour]);
      }
    }
    SortedMap<String, double[]> daily = new TreeMap<>();
    losses.forEach((source, each) -> daily.put(source, sums(each, counts)));
    return daily;
  }

  private static double[] sums(double[] losses, boolean[] counts) {
    double[] sums = new double[DAYS];
    int days = 0;
    for (int first = 0; first < losses.length; first += HOURS_A_DAY) {
      double sum = 0;
      int hours = 0;
      for (int hour = first; hour < first + HOURS_A_DAY; hour++) {
        if (counts[hour]) {
          sum += losses[hour];
          hours++;
        }
      }
      if (hours >= LEAST_HOURS) {
        sums[days++] = sum;
      }
    }
    return Arrays.copyOf(sums, days);
  }
}
