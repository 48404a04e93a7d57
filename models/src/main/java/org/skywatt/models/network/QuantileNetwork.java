package org.skywatt.models.network;

import java.io.Serializable;
import java.util.SplittableRandom;

/**
 * A network of dense layers with one output a quantile level, fitted to the pinball loss, smoothed
 * near zero (Cannon 2011). Outputs are neither sorted nor bounded.
 */
public final class QuantileNetwork {
  private static final float SMOOTHED = 0.005f;
  private static final double RATE = 0.002;
  private static final float LOSS_SCALE = 10;
  private static final int BLOCK = 256;

  private final Layer[] layers;
  private final float[] levels;

  private QuantileNetwork(Layer[] layers, float[] levels) {
    this.layers = layers;
    this.levels = levels;
  }

  /**
   * How a network is fitted.
   *
   * @param hidden sizes of the hidden layers
   * @param epochs times that every row is learned from
   * @param batch rows a step
   * @param dropped share of hidden values left out in each step
   */
  public record Plan(int[] hidden, int epochs, int batch, double dropped) implements Serializable {}

  /**
   * Fits to standardised rows.
   *
   * @param rows count × width values, about −3 to 3, none NaN
   * @param labels one a row, fractions of capacity
   */
  public static QuantileNetwork fit(
      Plan plan, double[] levels, float[] rows, float[] labels, long seed) {
    int count = labels.length;
    int width = rows.length / count;
    SplittableRandom random = new SplittableRandom(seed);
    Layer[] layers = new Layer[plan.hidden().length + 1];
    int inputs = width;
    for (int i = 0; i < layers.length; i++) {
      boolean last = i == layers.length - 1;
      int outputs = last ? levels.length : plan.hidden()[i];
      layers[i] = new Layer(inputs, outputs, last, random);
      inputs = outputs;
    }
    float[] alphas = new float[levels.length];
    for (int i = 0; i < alphas.length; i++) {
      alphas[i] = (float) levels[i];
    }
    QuantileNetwork network = new QuantileNetwork(layers, alphas);
    int[] order = new int[count];
    for (int i = 0; i < count; i++) {
      order[i] = i;
    }
    int batch = Math.min(plan.batch(), count);
    int batches = count / batch;
    float[][] some = new float[width][batch];
    float[] met = new float[batch];
    long steps = (long) batches * plan.epochs();
    long step = 0;
    for (int epoch = 0; epoch < plan.epochs(); epoch++) {
      shuffle(order, random);
      for (int b = 0; b < batches; b++) {
        for (int i = 0; i < batch; i++) {
          int row = order[b * batch + i];
          spread(rows, row * width, some, i);
          met[i] = labels[row];
        }
        double rate = RATE * 0.5 * (1 + StrictMath.cos(Math.PI * step++ / steps));
        network.step(some, met, plan.dropped(), rate, random);
      }
    }
    return network;
  }

  private static void shuffle(int[] order, SplittableRandom random) {
    for (int i = order.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[j];
      order[j] = kept;
    }
  }

  /** A row among the values of all units. */
  private static void spread(float[] rows, int from, float[][] values, int row) {
    for (int i = 0; i < values.length; i++) {
      values[i][row] = rows[from + i];
    }
  }

  private void step(
      float[][] rows, float[] labels, double dropped, double rate, SplittableRandom random) {
    float[][] values = rows;
    for (Layer layer : layers) {
      values = layer.forwardToLearn(values, dropped, random);
    }
    float[][] slopes = slopes(values, labels);
    for (int i = layers.length - 1; i >= 0; i--) {
      slopes = layers[i].backward(slopes, rate);
    }
  }

  /** Slopes of the smoothed pinball loss by the quantiles. */
  private float[][] slopes(float[][] quantiles, float[] labels) {
    float[][] slopes = new float[levels.length][labels.length];
    float scale = LOSS_SCALE / levels.length / labels.length;
    for (int j = 0; j < levels.length; j++) {
      slopes(quantiles[j], labels, levels[j], scale, slopes[j]);
    }
    return slopes;
  }

  private static void slopes(
      float[] quantiles, float[] labels, float level, float scale, float[] slopes) {
    for (int row = 0; row < labels.length; row++) {
      float error = (labels[row] - quantiles[row]) / SMOOTHED;
      float above = Math.min(Math.max(0.5f + 0.5f * error, 0), 1);
      slopes[row] = scale * (1 - level - above);
    }
  }

  /**
   * Quantiles of each row, one a level, in the unit of the labels.
   *
   * @param rows count × width values, standardised as those that it was fitted to
   */
  public float[] predict(float[] rows, int count) {
    float[] quantiles = new float[count * levels.length];
    for (int first = 0; first < count; first += BLOCK) {
      int size = Math.min(BLOCK, count - first);
      float[][] values = new float[rows.length / count][size];
      for (int row = 0; row < size; row++) {
        spread(rows, (first + row) * values.length, values, row);
      }
      for (Layer layer : layers) {
        values = layer.forward(values);
      }
      for (int row = 0; row < size; row++) {
        for (int j = 0; j < values.length; j++) {
          quantiles[(first + row) * values.length + j] = values[j][row];
        }
      }
    }
    return quantiles;
  }
}
