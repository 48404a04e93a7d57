package org.skywatt.core.motion;

/**
 * What a past issue would have said at sample points, kept until the outcomes come: at each lead
 * and point the image's bands, the changes' bands, and one; and what tells of its error.
 */
final class PastIssue {
  private static final int MOST_POINTS = 10_000;

  private final int columns;
  private final int spacing;
  private final int across;
  private final int points;
  private final int levels;
  private final float[][] regressors;
  private final float[][] causes;

  /**
   * Samples an issue.
   *
   * @param leads number of leads to keep
   */
  PastIssue(
      Motion motion, Cascade image, Cascade change, Unrest unrest, int leads, RowWorkers workers) {
    int rows = motion.right().rows();
    columns = motion.right().columns();
    spacing = Math.max(1, (int) Math.ceil(Math.sqrt((double) rows * columns / MOST_POINTS)));
    across = 1 + (columns - 1) / spacing;
    points = across * (1 + (rows - 1) / spacing);
    levels = image.levels();
    float[] atRows = new float[points];
    float[] atColumns = new float[points];
    for (int i = 0; i < points; i++) {
      int row = i / across * spacing;
      int column = i % across * spacing;
      atRows[i] = row;
      atColumns[i] = column;
    }
    regressors = new float[leads][];
    causes = new float[leads][];
    for (int lead = 0; lead < leads; lead++) {
      motion.carryBack(atRows, atColumns, 0, points);
      float[] sampled = new float[points * width()];
      float[] told = new float[points * Unrest.CAUSES];
      workers.run(
          points,
          (from, to) -> {
            for (int i = from; i < to; i++) {
              int at = i * width();
              for (int level = 0; level < levels; level++) {
                sampled[at + level] = image.at(level, atRows[i], atColumns[i]);
                sampled[at + levels + level] = change.at(level, atRows[i], atColumns[i]);
              }
              sampled[at + 2 * levels] = 1;
              unrest.at(atRows[i], atColumns[i], told, i * Unrest.CAUSES);
            }
          });
      regressors[lead] = sampled;
      causes[lead] = told;
    }
  }

  /** Number of regressors. */
  private int width() {
    return 2 * levels + 1;
  }

  /** Adds the outcome at a lead, from 0, to its regression; missing pixels add nothing. */
  void learn(int lead, Plane outcome, LeadRegression regression) {
    regression.fade();
    for (int i = 0; i < points; i++) {
      float value = outcome.values()[pixel(i)];
      if (Float.isFinite(value)) {
        regression.add(regressors[lead], i * width(), value);
      }
    }
  }

  /** Adds the errors that weights would have made at a lead to what is known of its errors. */
  void learnErrors(int lead, Plane outcome, double[] weights, ErrorRegression errors) {
    errors.fade();
    for (int i = 0; i < points; i++) {
      double error = outcome.values()[pixel(i)];
      if (Double.isFinite(error)) {
        for (int j = 0; j < width(); j++) {
          error -= weights[j] * regressors[lead][i * width() + j];
        }
        errors.add(causes[lead], i * Unrest.CAUSES, error);
      }
    }
  }

  private int pixel(int point) {
    return point / across * spacing * columns + point % across * spacing;
  }
}
