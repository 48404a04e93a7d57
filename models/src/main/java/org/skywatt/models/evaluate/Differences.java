package org.skywatt.models.evaluate;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;
import org.skywatt.models.score.DieboldMariano;

/**
 * Differences of losses by lead and time, for tests that need them in order of time. Sites at one
 * time are one difference, for they share their weather.
 */
final class Differences implements Serializable {
  private static final long serialVersionUID = 1L;

  private final int baselines;

  /** Lead in minutes; end of the step; a count and a difference of each baseline. */
  private final TreeMap<Integer, TreeMap<Long, double[]>> byLead = new TreeMap<>();

  Differences(int baselines) {
    this.baselines = baselines;
  }

  void add(int lead, ScoredStep step, double[] sums) {
    add(lead, step.validTime().getEpochSecond(), differences(sums));
  }

  private double[] differences(double[] sums) {
    double[] differences = new double[2 * baselines];
    for (int i = 0; i < baselines; i++) {
      differences[2 * i] = sums[Sums.paired(i)];
      differences[2 * i + 1] = sums[Sums.ours(i)] - sums[Sums.theirs(i)];
    }
    return differences;
  }

  private void add(int lead, long time, double[] differences) {
    double[] known =
        byLead.computeIfAbsent(lead, any -> new TreeMap<>()).putIfAbsent(time, differences);
    if (known != null) {
      Sums.add(known, differences);
    }
  }

  void merge(Differences other) {
    for (Map.Entry<Integer, TreeMap<Long, double[]>> lead : other.byLead.entrySet()) {
      lead.getValue().forEach((time, each) -> add(lead.getKey(), time, each.clone()));
    }
  }

  /** How sure the difference to a baseline is at one lead; NaN where there are too few times. */
  DieboldMariano test(int lead, int baseline) {
    TreeMap<Long, double[]> times = byLead.getOrDefault(lead, new TreeMap<>());
    double[] losses = new double[times.size()];
    int n = 0;
    long previous = Long.MIN_VALUE;
    long gap = Long.MAX_VALUE;
    for (Map.Entry<Long, double[]> each : times.entrySet()) {
      double count = each.getValue()[2 * baseline];
      if (count > 0) {
        losses[n++] = each.getValue()[2 * baseline + 1] / count;
        gap = previous == Long.MIN_VALUE ? gap : Math.min(gap, each.getKey() - previous);
        previous = each.getKey();
      }
    }
    // Forecasts whose times from issue to end overlap share their errors.
    int horizon = (int) Math.max(1, -Math.floorDiv(-60L * lead, gap));
    return horizon < n
        ? DieboldMariano.test(java.util.Arrays.copyOf(losses, n), new double[n], horizon)
        : new DieboldMariano(Double.NaN, Double.NaN);
  }
}
