package org.skywatt.models.network;

import java.util.Arrays;
import java.util.SplittableRandom;

/** A dense layer, and what it remembers of a batch to learn from it. */
final class Layer {
  private static final float LEAK = 0.01f;

  private final int inputs;
  private final int outputs;
  private final boolean last;
  private final float[] weights;
  private final float[] biases;
  private final float[] weightSlopes;
  private final float[] biasSlopes;
  private final Adam weightSteps;
  private final Adam biasSteps;

  private float[] met;
  private float[] passed = new float[0];

  /**
   * @param last whether outputs are linear; others are rectified with a leak
   */
  Layer(int inputs, int outputs, boolean last, SplittableRandom random) {
    this.inputs = inputs;
    this.outputs = outputs;
    this.last = last;
    weights = new float[inputs * outputs];
    biases = new float[outputs];
    weightSlopes = new float[weights.length];
    biasSlopes = new float[outputs];
    weightSteps = new Adam(weights.length);
    biasSteps = new Adam(outputs);
    // He et al. 2015; a small last layer starts near its biases.
    double spread = Math.sqrt(2.0 / inputs) * (last ? 0.1 : 1);
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) (spread * gaussian(random));
    }
  }

  private static double gaussian(SplittableRandom random) {
    double radius = Math.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
    return radius * StrictMath.cos(2 * Math.PI * random.nextDouble());
  }

  float[] forward(float[] rows, int count) {
    float[] out = new float[count * outputs];
    for (int row = 0; row < count; row++) {
      System.arraycopy(biases, 0, out, row * outputs, outputs);
    }
    Matrices.addProduct(rows, inputs, 1, weights, out, count, inputs, outputs);
    if (!last) {
      for (int i = 0; i < out.length; i++) {
        out[i] = Math.max(out[i], LEAK * out[i]);
      }
    }
    return out;
  }

  /**
   * Forward, remembering; a share {@code dropped} of the outputs is left out (Srivastava et al.
   * 2014).
   */
  float[] forwardToLearn(float[] rows, int count, double dropped, SplittableRandom random) {
    met = rows;
    float[] out = forward(rows, count);
    if (!last) {
      passed = new float[out.length];
      float kept = (float) (1 / (1 - dropped));
      for (int i = 0; i < out.length; i++) {
        float scale = random.nextDouble() < dropped ? 0 : kept;
        passed[i] = out[i] > 0 ? scale : LEAK * scale;
        out[i] *= scale;
      }
    }
    return out;
  }

  /**
   * Learns from the slopes of the loss by this layer's outputs; gives those by its inputs.
   *
   * @param slopes count × outputs; changed
   */
  float[] backward(float[] slopes, int count, double rate) {
    if (!last) {
      for (int i = 0; i < slopes.length; i++) {
        slopes[i] *= passed[i];
      }
    }
    float[] before = new float[count * inputs];
    float[] turned = Matrices.transposed(weights, inputs, outputs);
    Matrices.addProduct(slopes, outputs, 1, turned, before, count, outputs, inputs);
    Arrays.fill(weightSlopes, 0);
    Matrices.addProduct(met, 1, inputs, slopes, weightSlopes, inputs, count, outputs);
    Arrays.fill(biasSlopes, 0);
    for (int row = 0; row < count; row++) {
      for (int j = 0; j < outputs; j++) {
        biasSlopes[j] += slopes[row * outputs + j];
      }
    }
    weightSteps.step(weights, weightSlopes, rate);
    biasSteps.step(biases, biasSlopes, rate);
    return before;
  }
}
