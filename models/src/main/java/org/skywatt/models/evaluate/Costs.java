package org.skywatt.models.evaluate;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.skywatt.models.score.Imbalance;

/** What forecasts and baselines would have cost at different prices of a surplus and a shortage. */
final class Costs implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final int MEDIAN = 49;

  /** By level: the best quantile sold, the median sold, then each baseline. */
  private final double[][] costs;

  private final long[] n;

  Costs(int baselines) {
    costs = new double[Imbalance.PERCENT.size()][baselines + 2];
    n = new long[baselines + 2];
  }

  void add(ScoredStep step) {
    for (int i = 0; i < n.length; i++) {
      n[i] += i < 2 || step.baselines()[i - 2] != null ? 1 : 0;
    }
    for (int level = 0; level < costs.length; level++) {
      int percent = Imbalance.PERCENT.get(level);
      double[] own = step.percentiles();
      costs[level][0] += Imbalance.cost(percent, own[percent - 1], step.truth());
      costs[level][1] += Imbalance.cost(percent, own[MEDIAN], step.truth());
      for (int i = 0; i < step.baselines().length; i++) {
        double[] baseline = step.baselines()[i];
        if (baseline != null) {
          double sold = baseline.length == 1 ? baseline[0] : baseline[percent - 1];
          costs[level][i + 2] += Imbalance.cost(percent, sold, step.truth());
        }
      }
    }
  }

  void merge(Costs other) {
    for (int i = 0; i < n.length; i++) {
      n[i] += other.n[i];
    }
    for (int level = 0; level < costs.length; level++) {
      Sums.add(costs[level], other.costs[level]);
    }
  }

  List<Evaluated.Cost> scores(List<String> baselines) {
    List<Evaluated.Cost> scores = new ArrayList<>();
    for (int level = 0; level < costs.length; level++) {
      for (int i = 0; i < n.length; i++) {
        String who =
            switch (i) {
              case 0 -> Evaluated.FORECAST;
              case 1 -> "median of the forecast";
              default -> baselines.get(i - 2);
            };
        double share = Imbalance.PERCENT.get(level) / 100.0;
        scores.add(new Evaluated.Cost(share, who, Evaluated.known(costs[level][i] / n[i])));
      }
    }
    return scores;
  }
}
