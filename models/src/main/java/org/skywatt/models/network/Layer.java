package org.skywatt.models.network;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * A dense layer, and what it remembers of a batch to learn from it. Values of a batch are an array
 * a unit, each with a value a row: long arrays, however narrow the layer is.
 */
final class Layer {
  private static final float LEAK = 0.01f;
  private static final int DRAWS = 4;
  private static final int DRAW_BITS = 16;

  private final boolean last;
  private final float[][] weights;
  private final float[][] biases;
  private final Adam weightSteps;
  private final Adam biasSteps;

  private float[][] met;
  private float[][] passed;

  /**
   * @param last whether outputs are linear; others are rectified with a leak
   */
  Layer(int inputs, int outputs, boolean last, SplittableRandom random) {
    this.last = last;
    weights = new float[outputs][inputs];
    biases = new float[1][outputs];
    weightSteps = new Adam(outputs, inputs);
    biasSteps = new Adam(1, outputs);
    // He et al. 2015; a small last layer starts near its biases.
    double spread = Math.sqrt(2.0 / inputs) * (last ? 0.1 : 1);
    for (int j = 0; j < outputs; j++) {
      for (int i = 0; i < inputs; i++) {
        weights[j][i] = (float) (spread * gaussian(random));
      }
    }
  }

  private static double gaussian(SplittableRandom random) {
    double radius = Math.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
    return radius * StrictMath.cos(2 * Math.PI * random.nextDouble());
  }

  /**
   * @param values inputs × rows
   * @return outputs × rows
   */
  float[][] forward(float[][] values) {
    float[][] out = new float[weights.length][values[0].length];
    for (int j = 0; j < out.length; j++) {
      Arrays.fill(out[j], biases[0][j]);
    }
    Matrices.addProduct(weights, values, out);
    if (!last) {
      for (float[] unit : out) {
        for (int row = 0; row < unit.length; row++) {
          unit[row] = Math.max(unit[row], LEAK * unit[row]);
        }
      }
    }
    return out;
  }

  /**
   * Forward, remembering; a share {@code dropped} of the outputs is left out (Srivastava et al.
   * 2014).
   */
  float[][] forwardToLearn(float[][] values, double dropped, SplittableRandom random) {
    met = values;
    float[][] out = forward(values);
    if (!last) {
      passed = new float[out.length][out[0].length];
      for (int j = 0; j < out.length; j++) {
        drop(out[j], passed[j], dropped, random);
      }
    }
    return out;
  }

  private static void drop(float[] unit, float[] passed, double dropped, SplittableRandom random) {
    float kept = (float) (1 / (1 - dropped));
    int limit = (int) (dropped * (1 << DRAW_BITS));
    for (int first = 0; first < unit.length; first += DRAWS) {
      long draws = random.nextLong();
      int end = Math.min(first + DRAWS, unit.length);
      for (int row = first; row < end; row++) {
        float scale = (draws & ((1 << DRAW_BITS) - 1)) < limit ? 0 : kept;
        draws >>>= DRAW_BITS;
        passed[row] = unit[row] > 0 ? scale : LEAK * scale;
        unit[row] *= scale;
      }
    }
  }

  /**
   * Learns from the slopes of the loss by this layer's outputs; gives those by its inputs.
   *
   * @param slopes outputs × rows; changed
   */
  float[][] backward(float[][] slopes, double rate) {
    if (!last) {
      for (int j = 0; j < slopes.length; j++) {
        multiply(slopes[j], passed[j]);
      }
    }
    float[][] before = new float[met.length][met[0].length];
    Matrices.addProduct(Matrices.transposed(weights), slopes, before);
    float[][] weightSlopes = new float[weights.length][met.length];
    Matrices.addProduct(slopes, Matrices.transposed(met), weightSlopes);
    float[][] biasSlopes = new float[1][slopes.length];
    for (int j = 0; j < slopes.length; j++) {
      for (float slope : slopes[j]) {
        biasSlopes[0][j] += slope;
      }
    }
    weightSteps.step(weights, weightSlopes, rate);
    biasSteps.step(biases, biasSlopes, rate);
    return before;
  }

  private static void multiply(float[] values, float[] by) {
    for (int i = 0; i < values.length; i++) {
      values[i] *= by[i];
    }
  }
}
