package org.skywatt.models.evaluate;

import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.skywatt.models.score.CrpsParts;
import org.skywatt.models.score.Pit;

/**
 * Scores forecasts in one pass. Memory grows with days × slices and with times × leads, not with
 * steps: about 130 kB a site and year, and 40 MB a year of hourly issues with 48 leads. Parts that
 * were scored apart are merged; the result is the same for the same order of merging.
 */
public final class Evaluation implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final int WEEK = 7;

  private final int exactDays;
  private final List<String> baselines;
  private final Map<Slice, TreeMap<Long, double[]>> sums = new HashMap<>();
  private final TreeMap<Long, double[]> pit = new TreeMap<>();
  private final TreeSet<Long> issues = new TreeSet<>();
  private final CrpsParts parts = new CrpsParts();
  private final Differences differences;
  private final Ramps ramps;
  private final Costs costs;
  private final FlipFlops flipFlops;

  /**
   * @param baselines names, in the order of each step's forecasts
   */
  public Evaluation(List<String> baselines) {
    this(baselines, WEEK);
  }

  /**
   * @param exactDays leads up to so many days stand alone, longer ones by whole days
   */
  public Evaluation(List<String> baselines, int exactDays) {
    this.exactDays = exactDays;
    this.baselines = new ArrayList<>(baselines);
    this.differences = new Differences(baselines.size());
    this.ramps = new Ramps(baselines.size());
    this.costs = new Costs(baselines.size());
    this.flipFlops = new FlipFlops(baselines.size());
  }

  /**
   * Adds a step; issues of a site, and steps of an issue, follow each other in order of time.
   *
   * @throws IllegalArgumentException if it has another number of baselines
   */
  public void add(ScoredStep step) {
    if (step.baselines().length != baselines.size()) {
      throw new IllegalArgumentException(
          step.baselines().length + " baselines where there are " + baselines);
    }
    double[] own = Sums.of(step);
    int lead = step.leadMinutes(exactDays);
    for (Slice slice : Slice.of(step, lead)) {
      Sums.add(day(slice, step.day()), own);
    }
    Pit.add(step.percentiles(), step.truth(), pitOf(step.day()));
    issues.add(step.issueTime().getEpochSecond());
    parts.add(step.percentiles(), step.truth());
    differences.add(lead, step, own);
    ramps.add(step);
    costs.add(step);
    flipFlops.add(step);
  }

  /**
   * Adds all that {@code other} was given, which has the same baselines and is not used any more.
   */
  public void merge(Evaluation other) {
    if (!other.baselines.equals(baselines)) {
      throw new IllegalArgumentException(other.baselines + " beside " + baselines);
    }
    other.sums.forEach(
        (slice, days) -> days.forEach((day, each) -> Sums.add(day(slice, day), each)));
    other.pit.forEach((day, each) -> Sums.add(pitOf(day), each));
    issues.addAll(other.issues);
    parts.merge(other.parts);
    differences.merge(other.differences);
    ramps.merge(other.ramps);
    costs.merge(other.costs);
    flipFlops.merge(other.flipFlops);
  }

  private double[] day(Slice slice, long day) {
    return sums.computeIfAbsent(slice, any -> new TreeMap<>())
        .computeIfAbsent(day, any -> new double[Sums.length(baselines.size())]);
  }

  private double[] pitOf(long day) {
    return pit.computeIfAbsent(day, any -> new double[Pit.RANGES]);
  }

  /** The scores of all that was added; empty before the first step. */
  public Evaluated scores() {
    if (issues.isEmpty()) {
      return Evaluated.nothing(baselines);
    }
    SliceScorer scorer = new SliceScorer(baselines, new ArrayList<>(pit.keySet()));
    TreeMap<String, List<Evaluated.Scores>> slices = new TreeMap<>();
    new TreeMap<>(sums)
        .forEach(
            (slice, days) ->
                slices
                    .computeIfAbsent(slice.kind().text(), any -> new ArrayList<>())
                    .add(scorer.scores(slice, days)));
    List<Integer> leads =
        sums.keySet().stream()
            .filter(slice -> slice.kind() == Slice.Kind.LEAD)
            .map(Slice::order)
            .sorted()
            .toList();
    return new Evaluated(
        baselines,
        issues.size(),
        Instant.ofEpochSecond(issues.first()).toString(),
        Instant.ofEpochSecond(issues.last()).toString(),
        slices.remove(Slice.ALL.kind().text()).get(0),
        slices,
        scorer.tests(differences, leads),
        parts.parts(),
        scorer.reliability(pit),
        ramps.scores(baselines),
        costs.scores(baselines),
        flipFlops.scores(baselines));
  }
}
