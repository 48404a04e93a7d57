package org.skywatt.cli.green.replay;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.skywatt.green.replay.DeadlineRule;
import org.skywatt.green.replay.DelayableJob;
import org.skywatt.green.replay.PaperReplay;

/** Every figure of the paper for one region; with noise, means over its ten seeds. */
final class PaperCells {
  private static final int WIDEST_WINDOW = 16;

  private PaperCells() {}

  static List<LetsWaitAwhileReport.Cell> of(LetsWaitAwhileFiles files, String region)
      throws IOException {
    PaperReplay replay = new PaperReplay(files.year(region));
    double[][] noise = files.noise();
    List<LetsWaitAwhileReport.Cell> cells = new ArrayList<>();
    for (int error : new int[] {0, 5}) {
      double[][] forecasts = forecasts(replay, error, noise);
      double still = mean(forecasts, forecast -> replay.nightly(0, forecast));
      for (int window = 0; window <= WIDEST_WINDOW; window++) {
        int steps = window;
        double shifted = mean(forecasts, forecast -> replay.nightly(steps, forecast));
        cells.add(
            new LetsWaitAwhileReport.Cell(
                "nightly",
                region,
                window,
                null,
                null,
                "noise",
                error,
                null,
                null,
                100 * (1 - shifted / still),
                null));
      }
    }
    List<DelayableJob> jobs = files.jobs();
    double baseline = replay.baseline(jobs);
    for (int error : new int[] {0, 5, 10}) {
      double[][] forecasts = forecasts(replay, error, noise);
      for (DeadlineRule rule : DeadlineRule.values()) {
        for (boolean interruptible : new boolean[] {false, true}) {
          double total =
              mean(forecasts, forecast -> replay.total(jobs, rule, interruptible, forecast));
          cells.add(
              new LetsWaitAwhileReport.Cell(
                  "ml",
                  region,
                  null,
                  rule.text(),
                  interruptible,
                  "noise",
                  error,
                  null,
                  null,
                  100 * (1 - total / baseline),
                  null));
        }
      }
    }
    return cells;
  }

  private static double[][] forecasts(PaperReplay replay, int errorPct, double[][] noise) {
    return Arrays.stream(errorPct == 0 ? Arrays.copyOf(noise, 1) : noise)
        .map(draws -> replay.forecast(errorPct / 100.0, draws))
        .toArray(double[][]::new);
  }

  private static double mean(double[][] forecasts, ToDoubleFunction<double[]> figure) {
    return Arrays.stream(forecasts).mapToDouble(figure).average().orElse(Double.NaN);
  }
}
