package org.skywatt.cli.backtest;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.skywatt.features.plan.Issue;

/**
 * Which forecasts of the past are made.
 *
 * @param to issue times end before
 * @param history how far before {@code from} training begins
 * @param retrain time between trainings
 * @param adjusts whether forecasts are moved for their errors of the last days
 */
record Plan(
    Instant from,
    Instant to,
    Duration every,
    Duration horizon,
    Duration step,
    Duration history,
    Duration retrain,
    boolean adjusts) {

  /** Issues that one model makes. */
  record Block(Instant origin, Instant until) {}

  /** Blocks in order of time; the last may be shorter. */
  List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    for (Instant origin = from; origin.isBefore(to); origin = origin.plus(retrain)) {
      Instant next = origin.plus(retrain);
      blocks.add(new Block(origin, next.isBefore(to) ? next : to));
    }
    return blocks;
  }

  /** All issues, those learned from included. */
  List<Issue> issues() {
    return Issue.every(from.minus(history), to.minusSeconds(1), every, horizon, step);
  }
}
