package org.skywatt.models.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.skywatt.models.score.Bands;
import org.skywatt.models.score.DieboldMariano;
import org.skywatt.models.score.DrawnDays;
import org.skywatt.models.score.Pit;

/** Makes scores and their intervals of sums by day. */
final class SliceScorer {
  private static final double TOLERANCE = 0.02;
  private static final int PIT_RANGES = 20;

  private final List<String> baselines;
  private final List<Long> days;
  private final DrawnDays bootstrap;

  /**
   * @param days all days of the backtest, ascending
   */
  SliceScorer(List<String> baselines, List<Long> days) {
    this.baselines = baselines;
    this.days = days;
    this.bootstrap = new DrawnDays(days.size());
  }

  Evaluated.Scores scores(Slice slice, SortedMap<Long, double[]> byDay) {
    int length = Sums.length(baselines.size());
    double[][] ofDays = new double[days.size()][];
    for (int i = 0; i < ofDays.length; i++) {
      ofDays[i] = byDay.get(days.get(i));
    }
    double[] total = Sums.total(ofDays, length);
    double n = total[Sums.COUNT];
    double[][] draws = byDay.size() > 1 ? bootstrap.totals(ofDays, length) : new double[0][];
    DrawnDays.Interval crps =
        DrawnDays.interval(draws, each -> 2 * each[Sums.PINBALL] / each[Sums.COUNT]);
    return new Evaluated.Scores(
        slice.value(),
        (long) n,
        byDay.size(),
        total[Sums.ABSOLUTE] / n,
        Math.sqrt(total[Sums.SQUARED] / n),
        total[Sums.ERROR] / n,
        Evaluated.known(total[Sums.ABSOLUTE_KW] / n),
        Evaluated.known(Math.sqrt(total[Sums.SQUARED_KW] / n)),
        Evaluated.known(total[Sums.ERROR_KW] / n),
        total[Sums.PINBALL] / n,
        2 * total[Sums.PINBALL] / n,
        Evaluated.known(crps.lower()),
        Evaluated.known(crps.upper()),
        bands(slice, total, draws),
        skills(total, draws));
  }

  private static List<Evaluated.Band> bands(Slice slice, double[] total, double[][] draws) {
    boolean strict = slice.kind() == Slice.Kind.LEAD || slice.kind() == Slice.Kind.ALL;
    List<Evaluated.Band> bands = new ArrayList<>();
    for (int i = 0; i < Bands.PERCENT.size(); i++) {
      int covered = Sums.COVERED + i;
      double error =
          DrawnDays.interval(draws, each -> each[covered] / each[Sums.COUNT]).standardError();
      double chance = strict || Double.isNaN(error) ? 0 : 2 * error;
      bands.add(
          new Evaluated.Band(
              Bands.PERCENT.get(i) / 100.0,
              total[covered] / total[Sums.COUNT],
              Evaluated.known(error),
              TOLERANCE + chance,
              total[Sums.WIDTH + i] / total[Sums.COUNT]));
    }
    return bands;
  }

  private List<Evaluated.Skill> skills(double[] total, double[][] draws) {
    List<Evaluated.Skill> skills = new ArrayList<>();
    for (int i = 0; i < baselines.size(); i++) {
      double n = total[Sums.paired(i)];
      if (n > 0) {
        int ours = Sums.ours(i);
        int theirs = Sums.theirs(i);
        int paired = Sums.paired(i);
        DrawnDays.Interval crps = DrawnDays.interval(draws, each -> each[theirs] / each[paired]);
        DrawnDays.Interval interval =
            DrawnDays.interval(draws, each -> 1 - each[ours] / each[theirs]);
        skills.add(
            new Evaluated.Skill(
                baselines.get(i),
                (long) n,
                total[theirs] / n,
                Evaluated.known(crps.lower()),
                Evaluated.known(crps.upper()),
                Evaluated.known(1 - total[ours] / total[theirs]),
                Evaluated.known(interval.lower()),
                Evaluated.known(interval.upper())));
      }
    }
    return skills;
  }

  List<Evaluated.Test> tests(Differences differences, List<Integer> leads) {
    List<Evaluated.Test> tests = new ArrayList<>();
    for (int i = 0; i < baselines.size(); i++) {
      for (int lead : leads) {
        DieboldMariano test = differences.test(lead, i);
        if (!Double.isNaN(test.statistic())) {
          tests.add(
              new Evaluated.Test(
                  baselines.get(i), lead, test.statistic(), Evaluated.known(test.pValue())));
        }
      }
    }
    return tests;
  }

  Evaluated.Reliability reliability(SortedMap<Long, double[]> pit) {
    double[][] ofDays = pit.values().toArray(new double[0][]);
    double[] total = Sums.total(ofDays, Pit.RANGES);
    double[][] draws = bootstrap.totals(ofDays, Pit.RANGES);
    int levels = Pit.RANGES - 1;
    double[] nominal = new double[levels];
    double[] observed = new double[levels];
    double[] lower = new double[levels];
    double[] upper = new double[levels];
    double n = sum(total, Pit.RANGES);
    for (int i = 0; i < levels; i++) {
      int upTo = i + 1;
      nominal[i] = upTo / 100.0;
      observed[i] = sum(total, upTo) / n;
      DrawnDays.Interval interval =
          DrawnDays.interval(draws, each -> sum(each, upTo) / sum(each, Pit.RANGES));
      lower[i] = Double.isNaN(interval.lower()) ? observed[i] : interval.lower();
      upper[i] = Double.isNaN(interval.upper()) ? observed[i] : interval.upper();
    }
    double[] ranges = new double[PIT_RANGES];
    for (int i = 0; i < Pit.RANGES; i++) {
      ranges[i * PIT_RANGES / Pit.RANGES] += total[i] / n;
    }
    return new Evaluated.Reliability(nominal, observed, lower, upper, ranges);
  }

  private static double sum(double[] counts, int upTo) {
    double sum = 0;
    for (int i = 0; i < upTo; i++) {
      sum += counts[i];
    }
    return sum;
  }
}
