package org.skywatt.models.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.skywatt.core.forecast.QuantileLevels;
import org.skywatt.core.site.Location;

/** Marginals are kept, correlations are those that are asked for, and sums are calibrated. */
class TrajectoriesTest {
  private static final QuantileLevels LEVELS =
      QuantileLevels.of(0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95);
  // Of the standard normal distribution, from tables.
  private static final double[] NORMAL = {
    -1.644854, -1.281552, -0.674490, 0, 0.674490, 1.281552, 1.644854
  };
  private static final int SCENARIOS = 200;
  private static final Dependence WIND = Dependence.WIND;

  private static double[][] normalQuantiles(int steps, double middle, double sigma) {
    double[][] quantiles = new double[steps][];
    Arrays.setAll(quantiles, step -> Arrays.stream(NORMAL).map(z -> middle + sigma * z).toArray());
    return quantiles;
  }

  private static double[] filled(int count, double value) {
    double[] values = new double[count];
    Arrays.fill(values, value);
    return values;
  }

  private static Location place(int i) {
    int row = i / 4;
    int column = i % 4;
    // About 40 km from one to the next.
    return new Location(50 + 0.36 * row, 8 + 0.56 * column, 0);
  }

  @Test
  void eachStepKeepsItsQuantiles() {
    ErrorField field = ErrorField.of(WIND, 7, 1800, 24, SCENARIOS);
    double[][] quantiles = normalQuantiles(24, 0.5, 0.1);
    quantiles[3] = null;
    double[][] courses =
        Trajectories.of(LEVELS, quantiles, field.scores(place(0), "a"), filled(24, 1));
    for (int step = 0; step < 24; step++) {
      int at = step;
      double[] sorted = Arrays.stream(courses).mapToDouble(each -> each[at]).sorted().toArray();
      if (step == 3) {
        assertThat(sorted).containsOnly(Double.NaN);
        continue;
      }
      for (int i = 0; i < LEVELS.size(); i++) {
        assertThat(Trajectories.quantile(sorted, LEVELS.get(i)))
            .isCloseTo(quantiles[step][i], within(1e-3));
      }
      // 0.5 and 99.5 % of the normal distribution; the tail is an assumption.
      assertThat(sorted[0]).isBetween(0.5 - 0.1 * 3.5, 0.5 - 0.1 * 2.2);
    }
  }

  @Test
  void nothingLeavesItsLimits() {
    ErrorField field = ErrorField.of(WIND, 7, 1800, 2, SCENARIOS);
    double[][] courses =
        Trajectories.of(
            LEVELS,
            new double[][] {{0, 0.01, 0.1, 0.2, 0.5, 0.7, 0.7}, {0, 0, 0, 0, 0, 0, 0}},
            field.scores(place(0), "a"),
            new double[] {0.7, 1});
    for (double[] course : courses) {
      assertThat(course[0]).isBetween(0.0, 0.7);
      assertThat(course[1]).isZero();
    }
  }

  @Test
  void theSameSeedGivesTheSameAndAnotherSeedAnother() {
    double[][] one = ErrorField.of(WIND, 7, 1800, 3, 10).scores(place(1), "b");
    assertThat(ErrorField.of(WIND, 7, 1800, 3, 10).scores(place(1), "b")).isDeepEqualTo(one);
    assertThat(ErrorField.of(WIND, 8, 1800, 3, 10).scores(place(1), "b")[0][0])
        .isNotEqualTo(one[0][0]);
    assertThat(ErrorField.of(WIND, 7, 1800, 3, 10).scores(place(1), "c")[0][0])
        .isNotEqualTo(one[0][0]);
  }

  @Test
  void scoresCorrelateByDistanceAndLag() {
    double near = 0;
    double later = 0;
    double variance = 0;
    int fields = 60;
    for (int seed = 0; seed < fields; seed++) {
      ErrorField field = ErrorField.of(WIND, seed, 3600, 9, SCENARIOS);
      double[][] here = field.scores(new Location(50, 8, 0), "a");
      double[][] there = field.scores(new Location(50 + 250 / 111.19, 8, 0), "b");
      for (int i = 0; i < SCENARIOS; i++) {
        variance += here[0][i] * here[0][i];
        near += here[0][i] * there[0][i];
        later += here[0][i] * here[8][i];
      }
    }
    double n = fields * (double) SCENARIOS;
    assertThat(variance / n).isCloseTo(1, within(0.06));
    assertThat(near / n).isCloseTo(0.9 * Math.exp(-1), within(0.05));
    assertThat(later / n).isCloseTo(Math.exp(-1), within(0.04));
  }

  /**
   * Truth is drawn by a Cholesky factor of the stated correlation, apart from the code here: the
   * energy of 16 farms over 6 hours falls below its quantiles as often as they say. Taken as fully
   * dependent, or as independent, it would not.
   */
  @Test
  void sumsAreCalibrated() {
    int sites = 16;
    int steps = 12;
    double[][] factor = cholesky(correlation(sites, steps));
    int days = 400;
    int below = 0;
    int above = 0;
    for (int day = 0; day < days; day++) {
      ErrorField field = ErrorField.of(WIND, 1000 + day, 1800, steps, SCENARIOS);
      double[] sums = new double[SCENARIOS];
      for (int site = 0; site < sites; site++) {
        double[][] courses =
            Trajectories.of(
                LEVELS,
                normalQuantiles(steps, 0.5, 0.1),
                field.scores(place(site), "site-" + site),
                filled(steps, 1));
        for (int scenario = 0; scenario < SCENARIOS; scenario++) {
          sums[scenario] += Arrays.stream(courses[scenario]).sum();
        }
      }
      Arrays.sort(sums);
      double truth = sites * steps * 0.5 + 0.1 * drawnSum(factor, new Random(day));
      below += truth < Trajectories.quantile(sums, 0.1) ? 1 : 0;
      above += truth > Trajectories.quantile(sums, 0.9) ? 1 : 0;
    }
    // A binomial of 400 and 0.1 has a standard deviation of 6.
    assertThat(below).isBetween(22, 58);
    assertThat(above).isBetween(22, 58);
  }

  private static double[][] correlation(int sites, int steps) {
    int n = sites * steps;
    double[][] matrix = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        Location a = place(i / steps);
        Location b = place(j / steps);
        double north = (a.latitude() - b.latitude()) * 111.19;
        double east =
            (a.longitude() - b.longitude()) * 111.19 * Math.cos(Math.toRadians(a.latitude()));
        double space = Math.exp(-Math.hypot(north, east) / WIND.lengthKm());
        double time = Math.exp(-Math.abs(i % steps - j % steps) * 0.5 / WIND.hours());
        matrix[i][j] = time * (i / steps == j / steps ? 1 : (1 - WIND.ownShare()) * space);
      }
    }
    return matrix;
  }

  private static double[][] cholesky(double[][] matrix) {
    int n = matrix.length;
    double[][] factor = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = matrix[i][j];
        for (int k = 0; k < j; k++) {
          sum -= factor[i][k] * factor[j][k];
        }
        factor[i][j] = i == j ? Math.sqrt(sum) : sum / factor[j][j];
      }
    }
    return factor;
  }

  private static double drawnSum(double[][] factor, Random random) {
    double sum = 0;
    double[] normal = random.doubles(factor.length).map(unused -> random.nextGaussian()).toArray();
    for (double[] row : factor) {
      for (int k = 0; k < row.length; k++) {
        sum += row[k] * normal[k];
      }
    }
    return sum;
  }
}
