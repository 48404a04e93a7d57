package org.skywatt.cli.green.replay;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.skywatt.green.intensity.IntensityHistory;
import org.skywatt.green.replay.DeadlineRule;
import org.skywatt.green.replay.DelayableJob;
import org.skywatt.green.replay.StrictReplay;
import org.skywatt.models.energy.Energy;
import org.skywatt.models.energy.EnergyMeter;

/** What the planner saves in one region: machine-learning jobs that may be interrupted. */
final class StrictCells {
  private static final int[] CAPS = {45, 35, 30, 25};
  private static final int[] RESTART_MINUTES = {15, 30};
  private static final double SLOT_MINUTES = 30;
  // Of the paper's machine-learning jobs.
  private static final double JOB_KW = 2.0366;
  private static final double JOULES_PER_KWH = 3.6e6;

  private StrictCells() {}

  /** The cells of a region, and what planning them took. */
  record Replayed(List<LetsWaitAwhileReport.Cell> cells, LetsWaitAwhileReport.Planning planning) {}

  static Replayed of(LetsWaitAwhileFiles files, String region) throws IOException {
    double[] year = files.year(region);
    List<DelayableJob> jobs = files.jobs();
    List<LetsWaitAwhileReport.Cell> cells = new ArrayList<>();
    List<StrictReplay> replays = new ArrayList<>();
    for (DeadlineRule rule : DeadlineRule.values()) {
      replays.add(new StrictReplay(jobs, rule, year));
    }
    IntensityHistory history = files.history(region);
    EnergyMeter meter = EnergyMeter.start();
    List<StrictReplay.Saving> ours = StrictReplay.replanned(history, replays);
    Energy energy = meter.stop();
    for (DeadlineRule rule : DeadlineRule.values()) {
      StrictReplay.Saving oracle = replays.get(rule.ordinal()).oracle();
      cells.add(cell(region, rule, "oracle", null, null, oracle));
      cells.add(cell(region, rule, "ours", null, null, ours.get(rule.ordinal())));
    }
    StrictReplay replay = replays.get(DeadlineRule.SEMI_WEEKLY.ordinal());
    for (int cap : CAPS) {
      cells.add(cell(region, DeadlineRule.SEMI_WEEKLY, "oracle", cap, null, replay.capped(cap)));
    }
    for (int minutes : RESTART_MINUTES) {
      cells.add(
          cell(
              region,
              DeadlineRule.SEMI_WEEKLY,
              "oracle",
              null,
              minutes,
              replay.oracle(minutes / SLOT_MINUTES)));
    }
    double saved = ours.get(DeadlineRule.SEMI_WEEKLY.ordinal()).savingsPct() / 100;
    return new Replayed(
        cells,
        planning(region, energy, replay.meanIntensity(), saved * replay.atOnceGrams(JOB_KW)));
  }

  private static LetsWaitAwhileReport.Planning planning(
      String region, Energy energy, double gramsPerKwh, double savedGrams) {
    double grams = energy.joules() / JOULES_PER_KWH * gramsPerKwh;
    return new LetsWaitAwhileReport.Planning(
        region,
        energy.joules(),
        energy.tier().name().toLowerCase(Locale.ROOT),
        grams,
        savedGrams,
        100 * grams / savedGrams);
  }

  private static LetsWaitAwhileReport.Cell cell(
      String region,
      DeadlineRule rule,
      String forecast,
      Integer cap,
      Integer restartMinutes,
      StrictReplay.Saving saving) {
    return new LetsWaitAwhileReport.Cell(
        "ml",
        region,
        null,
        rule.text(),
        true,
        forecast,
        forecast.equals("oracle") ? 0 : null,
        cap,
        restartMinutes,
        saving.savingsPct(),
        saving.startsPerJob());
  }
}
