package org.skywatt.models.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.skywatt.core.wind.FittedPowerCurve;
import org.skywatt.core.wind.PowerCurve;
import org.skywatt.models.baseline.Baselines;
import org.skywatt.models.train.TrainingRow;

/** The power curve that fits each farm's past best, at the forecast wind speed. */
final class CurveReference extends Reference {
  private static final long serialVersionUID = 1L;

  static final String SPEED = "wind_speed_100m";

  CurveReference(String schema) {
    super("fitted-power-curve", schema, false);
  }

  @Override
  Rule fit(List<TrainingRow> past) {
    int at = indexOf(SPEED);
    Map<String, List<TrainingRow>> bySite = new HashMap<>();
    for (TrainingRow row : past) {
      if (!Double.isNaN(row.label()) && !Float.isNaN(row.features()[at])) {
        bySite.computeIfAbsent(row.siteId(), site -> new ArrayList<>()).add(row);
      }
    }
    Map<String, PowerCurve> curves = new HashMap<>();
    bySite.forEach(
        (site, rows) -> {
          try {
            curves.put(site, curve(rows, at));
          } catch (IllegalArgumentException e) {
            // Too little wind was seen for a curve: this site has none.
          }
        });
    return row -> {
      PowerCurve curve = curves.get(row.siteId());
      float speed = row.features()[at];
      return curve == null || Float.isNaN(speed) ? null : Baselines.point(curve.power(speed));
    };
  }

  private static PowerCurve curve(List<TrainingRow> rows, int at) {
    return FittedPowerCurve.fit(
        rows.stream().mapToDouble(row -> row.features()[at]).toArray(),
        rows.stream().mapToDouble(TrainingRow::label).toArray());
  }
}
