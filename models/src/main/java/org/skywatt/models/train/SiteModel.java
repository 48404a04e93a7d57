package org.skywatt.models.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.skywatt.core.forecast.LevelPlaces;
import org.skywatt.core.forecast.QuantileForecast;
import org.skywatt.core.forecast.QuantileLevels;
import org.skywatt.features.schema.FeatureSchema;
import org.skywatt.features.schema.SourceMask;
import org.skywatt.models.calibrate.Calibration;
import org.skywatt.models.calibrate.Situation;

/** A booster with its calibration: what turns rows of features into calibrated percentiles. */
public final class SiteModel implements PercentileModel {
  private final SourceMask readings;
  private final boolean solar;
  private final QuantileBooster booster;
  private final Calibration calibration;
  private final LevelPlaces[][] places;

  /**
   * @param schema of the rows' features
   */
  public SiteModel(
      FeatureSchema schema, boolean solar, QuantileBooster booster, Calibration calibration) {
    this.readings = SourceMask.of(schema, Situation.NO_READINGS.missing());
    this.solar = solar;
    this.booster = booster;
    this.calibration = calibration;
    this.places = new LevelPlaces[Situation.values().length][Calibration.ranges()];
    for (Situation situation : Situation.values()) {
      for (int range = 0; range < Calibration.ranges(); range++) {
        places[situation.ordinal()][range] =
            LevelPlaces.of(booster.forecastLevels(), calibration.get(situation, range).levels());
      }
    }
  }

  public QuantileBooster booster() {
    return booster;
  }

  public Calibration calibration() {
    return calibration;
  }

  @Override
  public double[][] percentiles(List<TrainingRow> rows) {
    List<float[]> lit = new ArrayList<>();
    for (TrainingRow row : rows) {
      if (!isDark(row)) {
        lit.add(row.features());
      }
    }
    QuantileForecast[] raw = booster.predict(lit);
    double[][] percentiles = new double[rows.size()][];
    int next = 0;
    for (int i = 0; i < percentiles.length; i++) {
      TrainingRow row = rows.get(i);
      if (isDark(row)) {
        percentiles[i] = new double[QuantileLevels.PERCENTILES.size()];
        Arrays.fill(percentiles[i], 0);
      } else {
        Situation situation = Situation.of(row.tier(), readings.isKnown(row.features()));
        LevelPlaces asked = places[situation.ordinal()][Calibration.range(row.lead())];
        percentiles[i] = raw[next++].at(asked);
      }
    }
    return percentiles;
  }

  private boolean isDark(TrainingRow row) {
    return solar && row.sunDown();
  }
}
