package org.skywatt.ingest.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class StepTotalsTest {
  private static final Instant INIT = Instant.parse("2026-11-18T00:00:00Z");

  private static Instant hour(int hour) {
    return INIT.plusSeconds(3600L * hour);
  }

  private static float[] mean(double[][] series, int from, int to, double factor) {
    float[] mean = new float[series[0].length];
    for (int site = 0; site < mean.length; site++) {
      double sum = 0;
      for (int hour = from; hour < to; hour++) {
        sum += series[hour][site];
      }
      mean[site] = (float) (sum * factor);
    }
    return mean;
  }

  /** A random hourly series, gathered by any scheme of buckets in any order, comes back. */
  @Property(tries = 300)
  void findsTheHoursInAnyBuckets(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 12) int bucket,
      @ForAll boolean sums,
      @ForAll boolean twice) {
    Random random = new Random(seed);
    int hours = 1 + random.nextInt(30);
    double[][] series = new double[hours][3];
    for (double[] values : series) {
      for (int site = 0; site < values.length; site++) {
        values[site] = random.nextInt(4) == 0 ? 0 : 1000 * random.nextDouble();
      }
    }
    record Bucket(int from, int to) {}
    List<Bucket> buckets = new ArrayList<>();
    for (int hour = 0; hour < hours; hour++) {
      buckets.add(new Bucket(hour - hour % bucket, hour + 1));
    }
    if (twice) {
      buckets.addAll(List.copyOf(buckets));
      buckets.add(new Bucket(0, hours));
    }
    Collections.shuffle(buckets, random);
    StepTotals totals = new StepTotals();
    for (Bucket each : buckets) {
      if (sums) {
        totals.addTotal(hour(each.from), hour(each.to), mean(series, each.from, each.to, 3600));
      } else {
        double factor = 1.0 / (each.to - each.from);
        totals.addMean(hour(each.from), hour(each.to), mean(series, each.from, each.to, factor));
      }
    }
    NavigableMap<Instant, StepTotals.Mean> means = totals.means();
    assertThat(means).hasSize(hours);
    for (int hour = 0; hour < hours; hour++) {
      StepTotals.Mean mean = means.get(hour(hour + 1));
      assertThat(mean.start()).isEqualTo(hour(hour));
      for (int site = 0; site < 3; site++) {
        // A float total of 12 h is rounded by 1e-7 of it.
        assertThat((double) mean.values()[site]).isCloseTo(series[hour][site], within(0.01));
      }
    }
  }

  @Test
  void aMissingValueCostsItsOwnStepsOnly() {
    StepTotals totals = new StepTotals();
    totals.addMean(hour(0), hour(1), new float[] {1});
    totals.addMean(hour(0), hour(2), new float[] {Float.NaN});
    totals.addMean(hour(0), hour(3), new float[] {3});
    totals.addMean(hour(3), hour(4), new float[] {4});
    NavigableMap<Instant, StepTotals.Mean> means = totals.means();
    assertThat(means.get(hour(1)).values()).containsExactly(1);
    assertThat(means.get(hour(2)).values()).containsExactly(Float.NaN);
    assertThat(means.get(hour(3)).values()).containsExactly(Float.NaN);
    assertThat(means.get(hour(4)).values()).containsExactly(4);
  }

  @Test
  void aLostBucketLeavesALongerStretchUnderItsOwnStart() {
    StepTotals totals = new StepTotals();
    totals.addTotal(hour(0), hour(1), new float[] {3600});
    totals.addTotal(hour(0), hour(3), new float[] {3 * 7200});
    StepTotals.Mean mean = totals.means().get(hour(3));
    assertThat(mean.start()).isEqualTo(hour(1));
    assertThat(mean.values()).containsExactly(2.5f);
  }
}
