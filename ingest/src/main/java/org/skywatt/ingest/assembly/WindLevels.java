package org.skywatt.ingest.assembly;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.skywatt.ingest.file.Reasons;
import org.skywatt.ingest.meaning.Quantity;

/** Fields of wind at one time, by level. */
final class WindLevels {
  private record Level(double heightM, int modelLevel) {}

  private final Map<Level, Map<Quantity, SampledField>> fields = new HashMap<>();

  void add(SampledField field) {
    fields
        .computeIfAbsent(
            new Level(field.heightM(), field.modelLevel()), unused -> new EnumMap<>(Quantity.class))
        .put(field.quantity(), field);
  }

  /**
   * The wind on all levels whose height and components can be known.
   *
   * @param reasons told of model levels whose height is not known
   */
  WindProfiles profiles(LevelHeights heights, int sites, Reasons reasons) {
    List<WindProfiles.Level> levels = new ArrayList<>();
    fields.forEach(
        (level, found) -> {
          Optional<double[]> heightsM = heights.find(level.heightM, level.modelLevel, sites);
          if (heightsM.isPresent()) {
            addLevel(found, heightsM.get(), levels);
          } else {
            reasons.add(
                "the height of model level "
                    + level.modelLevel
                    + " is not known, its wind is left out: ingest the altitudes of the levels and"
                    + " of the ground (HHL, HSURF) with the run");
          }
        });
    return new WindProfiles(levels);
  }

  private static void addLevel(
      Map<Quantity, SampledField> found, double[] heightsM, List<WindProfiles.Level> levels) {
    SampledField u = found.get(Quantity.WIND_U);
    SampledField v = found.get(Quantity.WIND_V);
    SampledField speed = found.get(Quantity.WIND_SPEED);
    SampledField direction = found.get(Quantity.WIND_DIRECTION);
    if (u != null && v != null) {
      levels.add(rotated(u, v, heightsM));
    } else if (speed != null && direction != null) {
      levels.add(components(speed.values(), direction.values(), heightsM));
    } else if (u != null && u.northDeg().length == 0) {
      levels.add(new WindProfiles.Level(heightsM, u.values(), missing(heightsM.length)));
    } else if (v != null && v.northDeg().length == 0) {
      levels.add(new WindProfiles.Level(heightsM, missing(heightsM.length), v.values()));
    }
  }

  /**
   * Components along the grid's axes turned to east and north. Turned at the site: the grid's north
   * changes by hundredths of a degree within a cell.
   */
  private static WindProfiles.Level rotated(SampledField u, SampledField v, double[] heightsM) {
    float[] gridNorth = u.northDeg();
    if (gridNorth.length == 0) {
      return new WindProfiles.Level(heightsM, u.values(), v.values());
    }
    float[] east = new float[gridNorth.length];
    float[] north = new float[gridNorth.length];
    for (int i = 0; i < gridNorth.length; i++) {
      double angle = Math.toRadians(gridNorth[i]);
      east[i] = (float) (u.values()[i] * Math.cos(angle) + v.values()[i] * Math.sin(angle));
      north[i] = (float) (v.values()[i] * Math.cos(angle) - u.values()[i] * Math.sin(angle));
    }
    return new WindProfiles.Level(heightsM, east, north);
  }

  /** Sums over the points around each site; a direction is where the wind blows from. */
  private static WindProfiles.Level components(
      float[] weightedSpeed, float[] direction, double[] heightsM) {
    int corners = weightedSpeed.length / heightsM.length;
    float[] east = new float[heightsM.length];
    float[] north = new float[heightsM.length];
    for (int i = 0; i < weightedSpeed.length; i++) {
      double angle = Math.toRadians(direction[i]);
      east[i / corners] -= (float) (weightedSpeed[i] * Math.sin(angle));
      north[i / corners] -= (float) (weightedSpeed[i] * Math.cos(angle));
    }
    return new WindProfiles.Level(heightsM, east, north);
  }

  private static float[] missing(int length) {
    float[] values = new float[length];
    Arrays.fill(values, Float.NaN);
    return values;
  }
}
