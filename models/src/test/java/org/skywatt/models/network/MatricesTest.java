package org.skywatt.models.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class MatricesTest {
  @Property(tries = 100)
  void addsTheProductByItsDefinition(
      @ForAll @IntRange(min = 1, max = 9) int rows,
      @ForAll @IntRange(min = 1, max = 11) int inner,
      @ForAll @IntRange(min = 1, max = 9) int columns,
      @ForAll long seed) {
    Random random = new Random(seed);
    float[][] left = random(random, rows, inner);
    float[][] right = random(random, inner, columns);
    float[][] sum = random(random, rows, columns);
    double[][] expected = new double[rows][columns];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        expected[i][j] = sum[i][j];
        for (int k = 0; k < inner; k++) {
          expected[i][j] += (double) left[i][k] * right[k][j];
        }
      }
    }
    Matrices.addProduct(left, right, sum);
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        assertThat((double) sum[i][j]).isCloseTo(expected[i][j], within(1e-4));
      }
    }
  }

  @Property(tries = 50)
  void turnsRowsIntoColumns(
      @ForAll @IntRange(min = 1, max = 9) int rows,
      @ForAll @IntRange(min = 1, max = 9) int columns,
      @ForAll long seed) {
    float[][] matrix = random(new Random(seed), rows, columns);
    float[][] transposed = Matrices.transposed(matrix);
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        assertThat(transposed[j][i]).isEqualTo(matrix[i][j]);
      }
    }
  }

  private static float[][] random(Random random, int rows, int columns) {
    float[][] values = new float[rows][columns];
    for (float[] row : values) {
      for (int j = 0; j < columns; j++) {
        row[j] = (float) random.nextGaussian();
      }
    }
    return values;
  }
}
