package org.skywatt.models.reference;

import java.util.List;
import org.skywatt.models.baseline.Baselines;
import org.skywatt.models.baseline.PhysicalSolar;
import org.skywatt.models.train.TrainingRow;

/**
 * PVWatts on the weather model's light on the modules and its air temperature; nothing is fitted.
 */
final class PlaneReference extends Reference {
  private static final long serialVersionUID = 1L;

  static final String PLANE = "plane_irradiance";
  private static final String AIR = "temperature_2m";

  PlaneReference(String schema) {
    super("physical", schema, true);
  }

  @Override
  Rule fit(List<TrainingRow> past) {
    int plane = indexOf(PLANE);
    int air = indexOf(AIR);
    return row ->
        Baselines.point(PhysicalSolar.power(row.features()[plane], row.features()[air], 1));
  }
}
