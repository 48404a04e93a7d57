package org.skywatt.models.train;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which rows of a group a booster learns from, and which it is then asked for: blocks of time and
 * sites that are held out. Says so of any of the group's rows by themselves.
 */
public final class Part implements Serializable {
  /** All rows are learned from. */
  public static final Part WHOLE = new Part(null, Instant.EPOCH, 0, Set.of());

  private static final long serialVersionUID = 1L;
  private static final Duration WEATHER_LASTS = Duration.ofHours(12);

  /** Every so many sites one is new to a fold's booster. */
  private static final int STRANGER = 6;

  /** With fewer sites, none can be spared. */
  private static final int FEWEST_SITES = 3;

  private final TimeBlocks blocks;
  private final Instant start;
  private final int fold;
  private final Set<String> strangers;

  private Part(TimeBlocks blocks, Instant start, int fold, Set<String> strangers) {
    this.blocks = blocks;
    this.start = start;
    this.fold = fold;
    this.strangers = strangers;
  }

  /**
   * The parts that a recipe is calibrated by: blocks of time in turn, rows close to a block left
   * out too, since weather lasts; and other sites each time.
   */
  static List<Part> heldInTurn(Recipe recipe, Extent extent) {
    int folds = recipe.calibrationFolds();
    List<Part> parts = new ArrayList<>();
    if (folds >= 2) {
      TimeBlocks blocks = TimeBlocks.over(extent.first(), extent.last(), folds, WEATHER_LASTS);
      List<String> sites = List.copyOf(new TreeSet<>(extent.sites()));
      for (int fold = 0; fold < folds; fold++) {
        parts.add(new Part(blocks, extent.first(), fold, strangers(sites, fold)));
      }
    }
    return parts;
  }

  private static Set<String> strangers(List<String> sites, int fold) {
    Set<String> strangers = new TreeSet<>();
    for (int i = fold; i < sites.size() && sites.size() >= FEWEST_SITES; i += STRANGER) {
      strangers.add(sites.get(i));
    }
    return strangers;
  }

  /** Those of {@code rows} that are learned from. */
  public List<TrainingRow> learned(List<TrainingRow> rows) {
    if (blocks == null) {
      return rows;
    }
    List<TrainingRow> learned = new ArrayList<>(blocks.fold(fold, start, rows).outside());
    learned.removeIf(row -> strangers.contains(row.siteId()));
    return learned;
  }

  /** Those of {@code rows} that are held out. */
  List<TrainingRow> held(List<TrainingRow> rows) {
    return blocks == null ? List.of() : blocks.fold(fold, start, rows).inside();
  }

  /** Sites that are not learned from. */
  Set<String> strangers() {
    return strangers;
  }
}
