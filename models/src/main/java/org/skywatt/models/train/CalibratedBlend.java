package org.skywatt.models.train;

import java.time.Duration;
import java.util.List;
import org.skywatt.core.forecast.QuantileForecast;
import org.skywatt.core.forecast.QuantileLevels;
import org.skywatt.models.calibrate.Calibration;
import org.skywatt.models.calibrate.LevelMap;
import org.skywatt.models.calibrate.Situation;

/**
 * A blend whose levels are made true: each fold of blocks of ten days is forecast by a blend that
 * was fitted to the others, and the levels at which its outcomes were met give a {@link
 * Calibration} by tier and lead. Members are all learned from the rows given, as one group.
 *
 * @param folds sets of blocks that are held out in turn, at least 2
 */
public record CalibratedBlend(String name, Blend blend, int folds) implements Learner {
  private static final Duration BLOCK = Duration.ofDays(10);
  private static final Duration WEATHER_LASTS = Duration.ofDays(2);

  @Override
  public String schema() {
    return blend.schema();
  }

  @Override
  public boolean solar() {
    return blend.solar();
  }

  @Override
  public boolean pooled() {
    return true;
  }

  @Override
  public CalibratedBlend quicker(int times) {
    return new CalibratedBlend(name, blend.quicker(times), folds);
  }

  @Override
  public PercentileModel learn(List<TrainingRow> rows) {
    List<TrainingRow> usable = UsableRows.of(this, rows);
    Calibration calibration = calibrate(usable);
    PercentileModel model = learnBlend(usable);
    return asked -> {
      double[][] percentiles = model.percentiles(asked);
      for (int i = 0; i < percentiles.length; i++) {
        TrainingRow row = asked.get(i);
        if (!(solar() && row.sunDown())) {
          LevelMap map = calibration.get(Situation.of(row.tier(), true), row.lead());
          percentiles[i] = map.apply(forecast(percentiles[i]));
        }
      }
      return percentiles;
    };
  }

  private Calibration calibrate(List<TrainingRow> rows) {
    List<TimeBlocks.Fold> divided = new TimeBlocks(folds, BLOCK, WEATHER_LASTS).divide(rows);
    List<double[][]> held =
        divided.parallelStream()
            .map(fold -> learnBlend(fold.outside()).percentiles(fold.inside()))
            .toList();
    Calibration.Fitter fitter = new Calibration.Fitter();
    for (int fold = 0; fold < folds; fold++) {
      List<TrainingRow> inside = divided.get(fold).inside();
      for (int i = 0; i < inside.size(); i++) {
        TrainingRow row = inside.get(i);
        double level = Transform.level(forecast(held.get(fold)[i]), row.label());
        fitter.add(Situation.of(row.tier(), true), row.lead(), row.validTime(), level);
      }
    }
    return fitter.fit();
  }

  private PercentileModel learnBlend(List<TrainingRow> rows) {
    List<PercentileModel> models =
        blend.members().stream().map(member -> member.learner().learn(rows)).toList();
    return asked -> blend.mean(models.stream().map(model -> model.percentiles(asked)).toList());
  }

  private static QuantileForecast forecast(double[] percentiles) {
    return QuantileForecast.rearranged(QuantileLevels.PERCENTILES, percentiles, 1);
  }
}
