package org.skywatt.models.train;

import java.util.Arrays;
import java.util.List;
import org.skywatt.core.forecast.LevelPlaces;
import org.skywatt.core.forecast.QuantileLevels;
import org.skywatt.models.calibrate.LevelMap;
import org.skywatt.models.network.QuantileNetwork;

/** A network with what its inputs need. */
record NetworkModel(boolean solar, Inputs inputs, QuantileNetwork network, QuantileLevels levels)
    implements PercentileModel {

  @Override
  public double[][] percentiles(List<TrainingRow> rows) {
    List<TrainingRow> lit = rows.stream().filter(row -> !(solar && row.sunDown())).toList();
    float[] raw = network.predict(inputs.of(lit), lit.size());
    double[][] percentiles = new double[rows.size()][];
    Tails tails = new Tails(levels);
    LevelPlaces places = LevelPlaces.of(tails.levels(), LevelMap.identity().levels());
    int next = 0;
    for (int i = 0; i < percentiles.length; i++) {
      if (solar && rows.get(i).sunDown()) {
        percentiles[i] = new double[QuantileLevels.PERCENTILES.size()];
      } else {
        float[] own = Arrays.copyOfRange(raw, next, next + levels.size());
        next += levels.size();
        percentiles[i] = tails.added(own).at(places);
      }
    }
    return percentiles;
  }
}
