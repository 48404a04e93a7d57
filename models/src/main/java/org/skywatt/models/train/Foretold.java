package org.skywatt.models.train;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Rows with what other models foretell for them as further features: five quantiles of the row
 * itself, the medians of all sites at the same time, and their mean then and up to two hours before
 * and after. NaN where a row is not there. A time is forecast once a site: of several issues that
 * overlap, the last row's median would stand for all.
 */
final class Foretold {
  private static final int[] OWN = {4, 24, 49, 74, 94};
  private static final int MEDIAN = 49;
  private static final int REACH_HOURS = 2;

  private final List<TrainingRow> rows;
  private final double[][] percentiles;
  private final List<String> sites;
  private final Map<Instant, float[]> medians = new HashMap<>();

  /**
   * @param percentiles 99 a row
   * @param sites in the order of their features
   */
  Foretold(List<TrainingRow> rows, double[][] percentiles, List<String> sites) {
    this.rows = rows;
    this.percentiles = percentiles;
    this.sites = sites;
    for (int i = 0; i < percentiles.length; i++) {
      int site = sites.indexOf(rows.get(i).siteId());
      if (site >= 0) {
        medians.computeIfAbsent(rows.get(i).validTime(), time -> unknown())[site] =
            (float) percentiles[i][MEDIAN];
      }
    }
  }

  private float[] unknown() {
    float[] unknown = new float[sites.size()];
    Arrays.fill(unknown, Float.NaN);
    return unknown;
  }

  /** The rows in their order, each with its further features behind its own. */
  List<TrainingRow> added() {
    List<TrainingRow> added = new ArrayList<>(rows.size());
    for (int i = 0; i < percentiles.length; i++) {
      added.add(rows.get(i).with(features(i)));
    }
    return added;
  }

  private float[] features(int i) {
    float[] own = rows.get(i).features();
    int at = own.length;
    float[] features = Arrays.copyOf(own, at + OWN.length + sites.size() + 2 * REACH_HOURS + 1);
    for (int level : OWN) {
      features[at++] = (float) percentiles[i][level];
    }
    Instant time = rows.get(i).validTime();
    for (float median : medians.getOrDefault(time, unknown())) {
      features[at++] = median;
    }
    for (int hours = -REACH_HOURS; hours <= REACH_HOURS; hours++) {
      features[at++] = mean(medians.get(time.plus(Duration.ofHours(hours))));
    }
    return features;
  }

  private static float mean(float[] values) {
    float sum = 0;
    int count = 0;
    if (values != null) {
      for (float value : values) {
        if (!Float.isNaN(value)) {
          sum += value;
          count++;
        }
      }
    }
    return count == 0 ? Float.NaN : sum / count;
  }
}
