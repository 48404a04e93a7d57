package org.skywatt.models.train;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Times that are held out in turn: blocks of one length, of which every {@code folds}-th is of one
 * fold. Short blocks show how well a model does within weather like that which it has seen.
 *
 * @param length of a block
 * @param gap how long weather lasts: rows closer to a fold's blocks are left out of both sides
 */
record TimeBlocks(int folds, Duration length, Duration gap) implements Serializable {
  /**
   * One fold.
   *
   * @param places of the rows inside, in the list that was divided
   * @param inside rows held out
   * @param outside rows at least the gap away from them
   */
  record Fold(List<Integer> places, List<TrainingRow> inside, List<TrainingRow> outside) {}

  /** As many blocks as folds, over all the time from {@code first} to {@code last}. */
  static TimeBlocks over(Instant first, Instant last, int folds, Duration gap) {
    Duration all = Duration.between(first, last);
    return new TimeBlocks(folds, all.dividedBy(folds).plusSeconds(1), gap);
  }

  /** Divides rows that are in order of time. */
  List<Fold> divide(List<TrainingRow> rows) {
    List<Fold> divided = new ArrayList<>();
    for (int fold = 0; fold < folds; fold++) {
      divided.add(fold(fold, rows.get(0).validTime(), rows));
    }
    return divided;
  }

  /**
   * One fold of some rows.
   *
   * @param start when the first block begins
   */
  Fold fold(int fold, Instant start, List<TrainingRow> rows) {
    long first = start.getEpochSecond();
    Fold own = new Fold(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (int i = 0; i < rows.size(); i++) {
      TrainingRow row = rows.get(i);
      long time = row.validTime().getEpochSecond() - first;
      if (fold(time) == fold) {
        own.places.add(i);
        own.inside.add(row);
      } else if (fold(time - gap.toSeconds()) != fold && fold(time + gap.toSeconds()) != fold) {
        own.outside.add(row);
      }
    }
    return own;
  }

  /** The fold of a time in seconds since the first row; −1 before it. */
  private int fold(long seconds) {
    return seconds < 0 ? -1 : (int) (seconds / length.toSeconds() % folds);
  }
}
