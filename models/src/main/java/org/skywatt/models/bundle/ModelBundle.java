package org.skywatt.models.bundle;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;
import org.skywatt.core.forecast.QuantileLevels;
import org.skywatt.features.schema.FeatureSchema;
import org.skywatt.models.calibrate.Calibration;
import org.skywatt.models.calibrate.LevelMap;
import org.skywatt.models.train.QuantileBooster;
import org.skywatt.models.train.SiteModel;

/** A trained model with everything that is needed to forecast with it and to judge it. */
public record ModelBundle(
    Card card, FeatureSchema schema, double[] levels, byte[] model, Calibration calibration) {

  /** What a Spark task needs to forecast. */
  public record Shipped(
      String schemaName,
      boolean solar,
      double[] levels,
      byte[] model,
      Map<String, double[]> calibration)
      implements Serializable {
    /** Loads the model; the caller closes it. */
    public SiteModel load() throws java.io.IOException {
      Map<String, LevelMap> maps = new TreeMap<>();
      calibration.forEach((cell, map) -> maps.put(cell, new LevelMap(map)));
      return new SiteModel(
          solar, QuantileBooster.load(model, QuantileLevels.of(levels)), new Calibration(maps));
    }
  }

  public Shipped shipped() {
    Map<String, double[]> maps = new TreeMap<>();
    calibration.maps().forEach((cell, map) -> maps.put(cell, map.levels()));
    return new Shipped(schema.name(), card.technology().equals("solar"), levels, model, maps);
  }
}
