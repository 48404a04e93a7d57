package org.skywatt.models.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How much a model may cost. All sizes forecast the same from the same features; a smaller one has
 * fewer and shallower trees, which learn in larger steps.
 */
public enum ModelSize {
  /** For a telephone or a small board: below 200 kB as one file. Learns from half of the issues. */
  NANO,
  SMALL,
  /** The recipe as it is. */
  FULL;

  private static final int DEPTH = 4;
  private static final int HALF_SEED = 7;

  /** As people and cards write it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What this size of {@code full} is trained by. docs/models.md says how it was chosen. */
  public Recipe of(Recipe full) {
    return switch (this) {
      case FULL -> full;
      case SMALL -> smaller(full, 24, 0.25, 0.8, 3);
      case NANO -> smaller(full, 20, 0.3, 0.5, 2);
    };
  }

  /** What learns a model of this size. */
  public Learner learner(Recipe full) {
    return new SizedLearner(this, of(full));
  }

  /**
   * The rows among {@code past} that this size learns from: all, or those of about half the issues
   * of each site, always the same ones.
   */
  public List<TrainingRow> learnedFrom(List<TrainingRow> past) {
    if (this != NANO) {
      return past;
    }
    List<TrainingRow> half = new ArrayList<>();
    for (TrainingRow row : past) {
      if (learnsFrom(row)) {
        half.add(row);
      }
    }
    return half;
  }

  /** Whether this size learns from a row. */
  public boolean learnsFrom(TrainingRow row) {
    return this != NANO || IssueDraw.of(row, HALF_SEED, 2) == 0;
  }

  private Recipe smaller(
      Recipe full, int rounds, double learningRate, double share, int calibrationFolds) {
    return new Recipe(
        full.name() + "-" + text(),
        full.schema(),
        full.solar(),
        full.pooled(),
        full.levels(),
        rounds,
        DEPTH,
        learningRate,
        share,
        share,
        20,
        32,
        Math.min(calibrationFolds, full.calibrationFolds()),
        full.maskedShare(),
        full.seed());
  }
}
