package org.skywatt.models.train;

import java.util.ArrayList;
import java.util.List;
import org.skywatt.core.forecast.QuantileForecast;
import org.skywatt.core.forecast.QuantileLevels;
import org.skywatt.models.calibrate.LevelMap;

/**
 * A blend whose levels are made true: each block of time is forecast by a blend that was fitted to
 * the others, and the levels at which its outcomes were met give one {@link LevelMap}. Members are
 * all learned from the rows given, as one group.
 *
 * @param folds blocks of time, at least 2
 */
public record CalibratedBlend(String name, Blend blend, int folds) implements Learner {
  private static final long WEATHER_LASTS_SECONDS = 48 * 3600;

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
  public PercentileModel learn(List<TrainingRow> rows) {
    List<TrainingRow> usable = UsableRows.of(this, rows);
    LevelMap map = LevelMap.fit(levelsMet(usable));
    PercentileModel model = learnBlend(usable);
    return asked -> {
      double[][] percentiles = model.percentiles(asked);
      for (int i = 0; i < percentiles.length; i++) {
        percentiles[i] = map.apply(forecast(percentiles[i]));
      }
      return percentiles;
    };
  }

  private double[] levelsMet(List<TrainingRow> rows) {
    long first = rows.get(0).validTime().getEpochSecond();
    long last = rows.get(rows.size() - 1).validTime().getEpochSecond();
    long block = (last - first) / folds + 1;
    List<Double> met = new ArrayList<>();
    for (int fold = 0; fold < folds; fold++) {
      long from = first + fold * block;
      List<TrainingRow> inside = new ArrayList<>();
      List<TrainingRow> outside = new ArrayList<>();
      for (TrainingRow row : rows) {
        long time = row.validTime().getEpochSecond();
        if (time >= from && time < from + block) {
          inside.add(row);
        } else if (time < from - WEATHER_LASTS_SECONDS
            || time >= from + block + WEATHER_LASTS_SECONDS) {
          outside.add(row);
        }
      }
      double[][] percentiles = learnBlend(outside).percentiles(inside);
      for (int i = 0; i < percentiles.length; i++) {
        met.add(Transform.level(forecast(percentiles[i]), inside.get(i).label()));
      }
    }
    return met.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private PercentileModel learnBlend(List<TrainingRow> rows) {
    List<PercentileModel> models = new ArrayList<>();
    blend.members().forEach(member -> models.add(member.learner().learn(rows)));
    return asked -> {
      double[][] sum = new double[asked.size()][QuantileLevels.PERCENTILES.size()];
      for (int member = 0; member < models.size(); member++) {
        double weight = blend.members().get(member).weight();
        double[][] own = models.get(member).percentiles(asked);
        for (int i = 0; i < sum.length; i++) {
          for (int level = 0; level < sum[i].length; level++) {
            sum[i][level] += weight * own[i][level];
          }
        }
      }
      return sum;
    };
  }

  private static QuantileForecast forecast(double[] percentiles) {
    return QuantileForecast.rearranged(QuantileLevels.PERCENTILES, percentiles, 1);
  }
}
