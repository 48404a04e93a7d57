package org.skywatt.models.evaluate;

import java.io.Serializable;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.skywatt.models.score.Revisions;

/**
 * How much the medians of one step's forecasts go to and fro from run to run ({@link Revisions}).
 * Steps of a site are followed until their time has come, so memory is that of one horizon.
 */
final class FlipFlops implements Serializable {
  private static final long serialVersionUID = 1L;

  /** An index above this is counted, fraction of capacity. */
  static final double MUCH = 0.02;

  private static final int HOURS = 24;

  /** Of one forecaster. */
  private static final class Sum implements Serializable {
    private static final long serialVersionUID = 1L;

    private long events;
    private double index;
    private long much;
    private long changes;
    private double travelled;

    void add(Revisions event) {
      changes += Math.max(0, event.count() - 1);
      travelled += event.travelled();
      double own = event.index();
      if (!Double.isNaN(own)) {
        events++;
        index += own;
        much += own > MUCH ? 1 : 0;
      }
    }

    void merge(Sum other) {
      events += other.events;
      index += other.index;
      much += other.much;
      changes += other.changes;
      travelled += other.travelled;
    }

    Evaluated.FlipFlop score(String by, List<Evaluated.Tooth> teeth) {
      return new Evaluated.FlipFlop(
          by,
          events,
          Evaluated.known(index / events),
          Evaluated.known((double) much / events),
          Evaluated.known(travelled / changes),
          teeth);
    }
  }

  /** One step, as its runs foretold it. */
  private static final class Event implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Revisions[] by;
    private int lastHour;

    Event(int forecasters) {
      by = new Revisions[forecasters];
      for (int i = 0; i < forecasters; i++) {
        by[i] = new Revisions();
      }
    }
  }

  private final Sum[] sums;
  private final long[] runs = new long[HOURS];
  private final double[] teeth = new double[HOURS];
  private final TreeMap<Instant, Event> open = new TreeMap<>();
  private String site;
  private Instant issue = Instant.MIN;

  FlipFlops(int baselines) {
    sums = new Sum[baselines + 1];
    for (int i = 0; i < sums.length; i++) {
      sums[i] = new Sum();
    }
  }

  /** Adds a step; issues of a site follow each other in order of time. */
  void add(ScoredStep step) {
    if (!step.siteId().equals(site) || step.issueTime().isBefore(issue)) {
      finish();
      site = step.siteId();
    }
    if (!step.issueTime().equals(issue)) {
      issue = step.issueTime();
      Map<Instant, Event> over = open.headMap(issue, true);
      over.values().forEach(this::close);
      over.clear();
    }
    Event event = open.computeIfAbsent(step.validTime(), any -> new Event(sums.length));
    double tooth = event.by[0].add(Ramps.median(step.percentiles()));
    if (!Double.isNaN(tooth)) {
      runs[event.lastHour]++;
      teeth[event.lastHour] += tooth;
    }
    event.lastHour = step.issueTime().atOffset(ZoneOffset.UTC).getHour();
    for (int i = 0; i < step.baselines().length; i++) {
      double median = Ramps.median(step.baselines()[i]);
      if (!Double.isNaN(median)) {
        double unused = event.by[i + 1].add(median);
      }
    }
  }

  private void close(Event event) {
    for (int i = 0; i < sums.length; i++) {
      sums[i].add(event.by[i]);
    }
  }

  private void finish() {
    open.values().forEach(this::close);
    open.clear();
    issue = Instant.MIN;
  }

  void merge(FlipFlops other) {
    finish();
    other.finish();
    for (int i = 0; i < sums.length; i++) {
      sums[i].merge(other.sums[i]);
    }
    for (int hour = 0; hour < HOURS; hour++) {
      runs[hour] += other.runs[hour];
      teeth[hour] += other.teeth[hour];
    }
  }

  /** The forecasts' first, then each baseline's. */
  List<Evaluated.FlipFlop> scores(List<String> baselines) {
    finish();
    List<Evaluated.Tooth> byHour = new ArrayList<>();
    for (int hour = 0; hour < HOURS; hour++) {
      if (runs[hour] > 0) {
        byHour.add(new Evaluated.Tooth(hour, runs[hour], teeth[hour] / runs[hour]));
      }
    }
    List<Evaluated.FlipFlop> scores = new ArrayList<>();
    scores.add(sums[0].score(Evaluated.FORECAST, byHour));
    for (int i = 0; i < baselines.size(); i++) {
      scores.add(sums[i + 1].score(baselines.get(i), null));
    }
    return scores;
  }
}
