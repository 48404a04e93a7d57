package org.skywatt.models.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.skywatt.core.run.InputTier;
import org.skywatt.models.train.TrainingRow;

/** Forecasts every twelve hours by a model that always says 0.4, of a plant that gives 0.35. */
class AdjustedBlockTest {
  private static final Instant START = Instant.parse("2026-05-01T00:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);
  private static final int STEPS = 24;

  private static List<TrainingRow> rows() {
    List<TrainingRow> rows = new ArrayList<>();
    for (int issue = 0; issue < 40; issue++) {
      Instant time = START.plus(HOUR.multipliedBy(12L * issue));
      for (int step = 1; step <= STEPS; step++) {
        Instant end = time.plus(HOUR.multipliedBy(step));
        rows.add(
            new TrainingRow(
                "a", time, end, InputTier.FULL, false, new float[0], Double.NaN, Double.NaN));
      }
    }
    return rows;
  }

  private static double[][] moved(Duration delay, Instant metersEnd) {
    List<TrainingRow> rows = rows();
    double[][] percentiles = new double[rows.size()][99];
    for (double[] each : percentiles) {
      Arrays.fill(each, 0.4);
    }
    new AdjustedBlock(
            rows,
            percentiles,
            (row, knownAt) ->
                row.validTime().plus(delay).isAfter(knownAt) || row.validTime().isAfter(metersEnd)
                    ? Double.NaN
                    : 0.35 + 0.02 * new Random(row.validTime().getEpochSecond()).nextGaussian())
        .apply(percentiles);
    return percentiles;
  }

  private static double at(double[][] moved, int issue, int step) {
    return moved[issue * STEPS + step - 1][49];
  }

  @Test
  void movesFromTheEleventhDayOn() {
    double[][] moved = moved(Duration.ofMinutes(15), Instant.MAX);
    assertThat(at(moved, 17, 24)).as("after eight days").isEqualTo(0.4);
    assertThat(at(moved, 22, 3)).as("after eleven").isBetween(0.335, 0.37);
    assertThat(at(moved, 30, 24)).as("after a fortnight").isBetween(0.34, 0.36);
  }

  /** By nothing that was not known: readings three days late count three days later. */
  @Test
  void onlyReadingsThatWereKnownCount() {
    double[][] late = moved(Duration.ofDays(3), Instant.MAX);
    assertThat(at(late, 22, 24)).isEqualTo(0.4);
    assertThat(at(late, 32, 24)).isBetween(0.335, 0.37);
    double[][] whole = moved(Duration.ofMinutes(15), Instant.MAX);
    double[][] cut = moved(Duration.ofMinutes(15), START.plus(Duration.ofDays(14)));
    for (int issue = 0; issue <= 28; issue++) {
      assertThat(at(cut, issue, 12)).isEqualTo(at(whole, issue, 12));
    }
    assertThat(at(cut, 36, 12)).isNotEqualTo(at(whole, 36, 12));
  }
}
