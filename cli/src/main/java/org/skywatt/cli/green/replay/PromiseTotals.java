package org.skywatt.cli.green.replay;

import java.util.ArrayList;
import java.util.List;
import org.skywatt.green.replay.PromiseReplay;

/** Adds up what became of promises, over all sites, for each probability. */
final class PromiseTotals {
  private final double[] probabilities;
  private final int[] made;
  private final int[] kept;
  private final int[] declined;
  private final List<PromisesReport.Cell> sites = new ArrayList<>();

  PromiseTotals(double... probabilities) {
    this.probabilities = probabilities;
    this.made = new int[probabilities.length];
    this.kept = new int[probabilities.length];
    this.declined = new int[probabilities.length];
  }

  /** Adds a site; its cells, one a probability. */
  List<PromisesReport.Cell> add(String site, List<PromiseReplay> replays) {
    List<PromisesReport.Cell> cells = new ArrayList<>();
    for (int i = 0; i < probabilities.length; i++) {
      PromiseReplay.Tally tally = replays.get(i).tally();
      made[i] += tally.made();
      kept[i] += tally.kept();
      declined[i] += tally.declined();
      cells.add(
          new PromisesReport.Cell(
              site,
              probabilities[i],
              tally.made(),
              100.0 * tally.kept() / tally.made(),
              tally.declined(),
              tally.promised(),
              tally.outcome(),
              tally.atOnce()));
    }
    sites.addAll(cells);
    return cells;
  }

  List<PromisesReport.Cell> sites() {
    return sites;
  }

  List<PromisesReport.Cell> together() {
    List<PromisesReport.Cell> cells = new ArrayList<>();
    for (int i = 0; i < probabilities.length; i++) {
      cells.add(
          new PromisesReport.Cell(
              "all",
              probabilities[i],
              made[i],
              100.0 * kept[i] / made[i],
              declined[i],
              null,
              null,
              null));
    }
    return cells;
  }
}
