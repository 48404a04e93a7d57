package org.skywatt.models.evaluate;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.skywatt.models.score.RampCounts;

/**
 * Ramps within each issue: changes of at least a fifth of capacity over one and over three hours,
 * of the median beside what came.
 */
final class Ramps implements Serializable {
  private static final long serialVersionUID = 1L;

  static final int[] HOURS = {1, 3};
  static final double LEAST = 0.2;

  private static final int MEDIAN = 49;

  /** By window, then up and down, then the forecasts and each baseline. */
  private final RampCounts[][][] counts;

  private final List<ScoredStep> issue = new ArrayList<>();

  Ramps(int baselines) {
    counts = new RampCounts[HOURS.length][2][baselines + 1];
    for (RampCounts[][] window : counts) {
      for (RampCounts[] direction : window) {
        for (int i = 0; i < direction.length; i++) {
          direction[i] = new RampCounts();
        }
      }
    }
  }

  /** Adds a step; those of an issue follow each other in order of time. */
  void add(ScoredStep step) {
    if (!issue.isEmpty()
        && !(issue.get(0).issueTime().equals(step.issueTime())
            && issue.get(0).siteId().equals(step.siteId()))) {
      finish();
    }
    issue.add(step);
  }

  /** Counts the last issue. */
  void finish() {
    for (int window = 0; window < HOURS.length; window++) {
      int start = 0;
      for (ScoredStep end : issue) {
        long from = end.validTime().getEpochSecond() - 3600L * HOURS[window];
        while (issue.get(start).validTime().getEpochSecond() < from) {
          start++;
        }
        if (issue.get(start).validTime().getEpochSecond() == from) {
          count(counts[window], issue.get(start), end);
        }
      }
    }
    issue.clear();
  }

  private static void count(RampCounts[][] window, ScoredStep start, ScoredStep end) {
    double came = end.truth() - start.truth();
    for (int direction = 0; direction < 2; direction++) {
      double least = direction == 0 ? LEAST : -LEAST;
      window[direction][0].add(
          end.percentiles()[MEDIAN] - start.percentiles()[MEDIAN], came, least);
      for (int i = 0; i < end.baselines().length; i++) {
        double change = median(end.baselines()[i]) - median(start.baselines()[i]);
        window[direction][i + 1].add(change, came, least);
      }
    }
  }

  /** NaN where there is no forecast. */
  static double median(double[] baseline) {
    if (baseline == null) {
      return Double.NaN;
    }
    return baseline.length == 1 ? baseline[0] : baseline[MEDIAN];
  }

  void merge(Ramps other) {
    finish();
    other.finish();
    for (int window = 0; window < HOURS.length; window++) {
      for (int direction = 0; direction < 2; direction++) {
        for (int i = 0; i < counts[window][direction].length; i++) {
          counts[window][direction][i].merge(other.counts[window][direction][i]);
        }
      }
    }
  }

  /** Scores by window, direction and who foretold. */
  List<Evaluated.RampScore> scores(List<String> baselines) {
    finish();
    List<Evaluated.RampScore> scores = new ArrayList<>();
    for (int window = 0; window < HOURS.length; window++) {
      for (int direction = 0; direction < 2; direction++) {
        for (int i = 0; i <= baselines.size(); i++) {
          RampCounts own = counts[window][direction][i];
          scores.add(
              new Evaluated.RampScore(
                  HOURS[window],
                  direction == 0 ? "up" : "down",
                  i == 0 ? Evaluated.FORECAST : baselines.get(i - 1),
                  own.hits(),
                  own.misses(),
                  own.falseAlarms(),
                  Evaluated.known(own.criticalSuccess()),
                  Evaluated.known(own.detected()),
                  Evaluated.known(own.falseAlarmRatio())));
        }
      }
    }
    return scores;
  }
}
