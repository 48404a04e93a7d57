package org.skywatt.models.bundle;

import java.io.IOException;
import java.io.Serializable;
import org.skywatt.core.forecast.QuantileLevels;
import org.skywatt.features.schema.FeatureSchema;
import org.skywatt.features.schema.Schemas;
import org.skywatt.models.calibrate.Calibration;
import org.skywatt.models.train.QuantileBooster;
import org.skywatt.models.train.SiteModel;

/**
 * A trained model with everything that is needed to forecast with it and to judge it.
 *
 * @param levels quantile levels that the booster learned
 * @param model the booster in XGBoost's UBJSON format
 */
public record ModelBundle(
    Card card, FeatureSchema schema, double[] levels, byte[] model, Calibration calibration) {

  /** What a Spark task needs to forecast. */
  public record Shipped(
      String schemaName, boolean solar, double[] levels, byte[] model, Calibration calibration)
      implements Serializable {
    /** Loads the model. */
    public SiteModel load() throws IOException {
      return new SiteModel(
          Schemas.get(schemaName),
          solar,
          QuantileBooster.load(model, QuantileLevels.of(levels)),
          calibration);
    }
  }

  public Shipped shipped() {
    return new Shipped(
        schema.name(), card.technology().equals("solar"), levels, model, calibration);
  }
}
