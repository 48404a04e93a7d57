package org.skywatt.ingest.assembly;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.skywatt.ingest.meaning.Quantity;

/** How high above ground the levels of a model lie at each site: they follow the terrain. */
final class LevelHeights {
  private final Map<Integer, float[]> altitudes = new HashMap<>();
  private float[] groundM;

  /** Takes an altitude of a level's face or the height of the ground, both above sea level. */
  void add(SampledField field) {
    if (field.quantity() == Quantity.LEVEL_ALTITUDE) {
      altitudes.put(field.modelLevel(), field.values());
    } else if (field.quantity() == Quantity.OROGRAPHY) {
      groundM = field.values();
    }
  }

  /**
   * Heights above ground of the middle of a level by site, m; on all other levels {@code heightM}
   * for every site. Empty where the faces of a level or the ground are not known.
   */
  Optional<double[]> find(double heightM, int modelLevel, int sites) {
    double[] heights = new double[sites];
    if (modelLevel == 0) {
      Arrays.fill(heights, heightM);
      return Optional.of(heights);
    }
    float[] upper = altitudes.get(modelLevel);
    float[] lower = altitudes.get(modelLevel + 1);
    if (upper == null || lower == null || groundM == null) {
      return Optional.empty();
    }
    for (int i = 0; i < sites; i++) {
      heights[i] = (upper[i] + lower[i]) / 2.0 - groundM[i];
    }
    return Optional.of(heights);
  }
}
