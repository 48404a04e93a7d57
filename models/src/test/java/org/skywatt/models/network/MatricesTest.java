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
      @ForAll boolean turned,
      @ForAll long seed) {
    Random random = new Random(seed);
    float[] left = random(random, rows * inner);
    float[] right = random(random, inner * columns);
    float[] sum = random(random, rows * columns);
    float[] expected = sum.clone();
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        for (int k = 0; k < inner; k++) {
          expected[i * columns + j] += left[i * inner + k] * right[k * columns + j];
        }
      }
    }
    if (turned) {
      float[] other = Matrices.transposed(left, rows, inner);
      Matrices.addProduct(other, 1, rows, right, sum, rows, inner, columns);
    } else {
      Matrices.addProduct(left, inner, 1, right, sum, rows, inner, columns);
    }
    for (int i = 0; i < sum.length; i++) {
      assertThat(sum[i]).isCloseTo(expected[i], within(1e-4f));
    }
  }

  private static float[] random(Random random, int size) {
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }
}
