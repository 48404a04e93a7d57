package org.skywatt.features.nowcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.skywatt.features.schema.Feature.Group;

class NowcastFeaturesTest {
  private static final int DAY = 96;
  private static final int SIZE = 30 * DAY;
  private static final int NOON = 25 * DAY + 48;

  private static double clear(int i) {
    return Math.max(0, 1000 * Math.sin(Math.PI * (i % DAY - 24) / 48));
  }

  /** Measured values of intervals from {@code changed} on are other ones. */
  private static PlantSeries series(int changed, double capacityLost) {
    double[][] values = new double[8][SIZE];
    for (int column = 0; column < values.length; column++) {
      Random random = new Random(column);
      for (int i = 0; i < SIZE; i++) {
        boolean measured = column != 1 && column < 6;
        double value = random.nextDouble() + (measured && i >= changed ? 3 : 0);
        values[column][i] = column == 0 ? value : 100 * value;
      }
    }
    for (int i = 0; i < SIZE; i++) {
      values[1][i] = clear(i);
      values[0][i] *= clear(i) / 1000 * (i >= DAY * 5 ? 1 - capacityLost : 1);
    }
    return new PlantSeries(
        Instant.parse("2024-01-01T00:00:00Z"),
        Duration.ofMinutes(15),
        values[0],
        values[1],
        values[2],
        values[3],
        values[4],
        values[5],
        values[6],
        values[7]);
  }

  @Test
  void nothingMeasuredLaterIsSeen() {
    NowcastFeatures whole = new NowcastFeatures(series(SIZE, 0));
    NowcastFeatures changed = new NowcastFeatures(series(NOON + 1, 0));
    for (int steps : new int[] {1, 4, 24}) {
      assertThat(changed.row(NOON, steps)).isEqualTo(whole.row(NOON, steps));
      assertThat(changed.row(NOON + 1, steps)).isNotEqualTo(whole.row(NOON + 1, steps));
    }
  }

  @Test
  void groupsNameWhatEachPlaceHangsOn() {
    PlantSeries all = series(SIZE, 0);
    double[] other = new double[SIZE];
    float[] row = new NowcastFeatures(all).row(NOON, 4);
    assertThat(NowcastFeatures.groups()).hasSameSizeAs(row);
    PlantSeries dark =
        new PlantSeries(
            all.start(),
            all.step(),
            all.power(),
            all.clearSkyWm2(),
            all.ghiWm2(),
            all.temperatureC(),
            other,
            other,
            all.nwpGhiWm2(),
            all.nwpTemperatureC());
    float[] without = new NowcastFeatures(dark).row(NOON, 4);
    for (int i = 0; i < row.length; i++) {
      assertThat(Float.compare(row[i], without[i]) != 0)
          .as("place " + i)
          .isEqualTo(NowcastFeatures.groups().get(i) == Group.SATELLITE);
    }
  }

  @Test
  void aPlantThatLostHalfLooksLikeItselfAfterTenDays() {
    float[] before = new NowcastFeatures(series(SIZE, 0)).row(NOON, 4);
    float[] after = new NowcastFeatures(series(SIZE, 0.5)).row(NOON, 4);
    int at = NowcastFeatures.YIELD_AT;
    assertThat(after[at]).isCloseTo(before[at] / 2, within(1e-6f));
    for (int i = 0; i < before.length; i++) {
      if (i != at && !Float.isNaN(before[i])) {
        // The mean of fifteen days still holds days before the loss was seen.
        assertThat(after[i]).isCloseTo(before[i], within(0.12f * Math.abs(before[i]) + 1e-5f));
      }
    }
  }

  @Test
  void quantilesOfTheLastValues() {
    double[] values = {5, Double.NaN, 1, 3, 2, Double.NaN};
    // numpy.quantile(..., 0.5) of the known among the last four.
    assertThat(Trailing.quantile(values, 4, 0.5, 2))
        .containsExactly(Double.NaN, Double.NaN, 3, 3, 2, 2);
    assertThat(Trailing.mean(values, 2)).containsExactly(5, 5, 1, 2, 2.5, 2);
    assertThat(Trailing.deviation(new double[] {1, 3, Double.NaN}, 2)[1])
        .isCloseTo(Math.sqrt(2), within(1e-12));
    assertThat(Trailing.deviation(new double[] {1, 3, Double.NaN}, 2)[2]).isNaN();
  }
}
