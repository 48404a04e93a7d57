package org.skywatt.models.job;

import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.skywatt.models.calibrate.Calibration;
import org.skywatt.models.energy.EnergyMeter;
import org.skywatt.models.train.ModelSize;
import org.skywatt.models.train.Recipe;
import org.skywatt.models.train.SiteModel;
import org.skywatt.models.train.SiteModelTrainer;
import org.skywatt.models.train.TrainingRow;

/**
 * One size, fitted to all rows.
 *
 * @param rows learned from
 * @param firstValid end of the first step, seconds since 1970
 * @param cpuNanos of fitting and calibrating
 * @param forecastNanos CPU time of evaluating one site and step, in each of ten runs over a
 *     thousand rows, night included
 */
record FittedSize(
    ModelSize size,
    byte[] model,
    int trees,
    int nodes,
    Calibration calibration,
    long rows,
    long firstValid,
    long cpuNanos,
    double[] forecastNanos)
    implements Serializable {
  private static final int RUNS = 10;
  private static final int ROWS = 1000;

  /**
   * @param rows of all sites, in the order of learning
   */
  static List<FittedSize> all(Recipe full, List<TrainingRow> rows) {
    List<FittedSize> fitted = new ArrayList<>();
    List<SiteModel> models = new ArrayList<>();
    for (ModelSize size : ModelSize.values()) {
      long start = EnergyMeter.threadNanos();
      List<TrainingRow> learned = size.learnedFrom(rows);
      SiteModel model = new SiteModelTrainer(size.of(full)).train(learned);
      fitted.add(
          of(
              size,
              model,
              learned.stream().filter(row -> !Double.isNaN(row.label())).count(),
              learned.get(0).validTime(),
              EnergyMeter.threadNanos() - start));
      models.add(model);
    }
    measure(models, rows, fitted);
    return fitted;
  }

  /** One whose cost of a forecast is not measured yet. */
  static FittedSize of(ModelSize size, SiteModel model, long rows, Instant first, long cpuNanos) {
    return new FittedSize(
        size,
        model.booster().toBytes(),
        model.booster().trees(),
        model.booster().nodes(),
        model.calibration(),
        rows,
        first.getEpochSecond(),
        cpuNanos,
        new double[RUNS]);
  }

  /** The sizes take turns, so that what else the machine does falls on all alike. */
  static void measure(List<SiteModel> models, List<TrainingRow> all, List<FittedSize> fitted) {
    List<TrainingRow> rows = some(all);
    for (int run = -RUNS; run < RUNS; run++) { // as many before, to warm up
      for (int i = 0; i < models.size(); i++) {
        long start = EnergyMeter.threadNanos();
        int made = models.get(i).percentiles(rows).length;
        if (run >= 0) {
          fitted.get(i).forecastNanos[run] = (double) (EnergyMeter.threadNanos() - start) / made;
        }
      }
    }
  }

  private static List<TrainingRow> some(List<TrainingRow> rows) {
    List<TrainingRow> some = new ArrayList<>();
    int step = Math.max(1, rows.size() / ROWS);
    for (int i = 0; i < rows.size() && some.size() < ROWS; i += step) {
      some.add(rows.get(i));
    }
    return some;
  }
}
