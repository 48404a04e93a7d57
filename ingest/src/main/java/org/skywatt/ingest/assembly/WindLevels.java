package org.skywatt.ingest.assembly;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.skywatt.ingest.meaning.Quantity;

/** Wind at one time on the heights that there are, as eastward and northward components. */
final class WindLevels {
  private final NavigableMap<Double, Map<Quantity, SampledField>> fields = new TreeMap<>();

  void add(SampledField field) {
    fields
        .computeIfAbsent(field.heightM(), unused -> new EnumMap<>(Quantity.class))
        .put(field.quantity(), field);
  }

  /** Above the highest level the profile is carried on up to this much of its height. */
  private static final double HIGHEST = 2;

  /** Components by site. */
  record Wind(float[] east, float[] north) {}

  /** Wind on each height for which both components can be known, by height above ground, m. */
  NavigableMap<Double, Wind> winds() {
    NavigableMap<Double, Wind> winds = new TreeMap<>();
    fields.forEach(
        (height, found) -> {
          SampledField u = found.get(Quantity.WIND_U);
          SampledField v = found.get(Quantity.WIND_V);
          SampledField speed = found.get(Quantity.WIND_SPEED);
          SampledField direction = found.get(Quantity.WIND_DIRECTION);
          if (u != null && v != null) {
            winds.put(height, rotated(u, v));
          } else if (speed != null && direction != null) {
            winds.put(height, components(speed.values(), direction.values()));
          } else if (u != null && u.northDeg().length == 0) {
            winds.put(height, new Wind(u.values(), missing(u.values().length)));
          } else if (v != null && v.northDeg().length == 0) {
            winds.put(height, new Wind(missing(v.values().length), v.values()));
          }
        });
    return winds;
  }

  /**
   * Wind of one site at a height, out of the levels around it: components are linear in the
   * logarithm of height, which is the profile of neutral air through both (Gasch and Twele,
   * Windkraftanlagen, 6th edition, 2010, p. 129). Above the highest of two levels or more the
   * profile is carried on to twice its height.
   *
   * @param winds as {@link #winds} gives them
   * @return east and north, m/s; empty where no two levels tell
   */
  static Optional<double[]> at(NavigableMap<Double, Wind> winds, double heightM, int site) {
    Wind exact = winds.get(heightM);
    if (exact != null) {
      return Optional.of(new double[] {exact.east[site], exact.north[site]});
    }
    Map.Entry<Double, Wind> upper = winds.higherEntry(heightM);
    if (upper == null) {
      upper = winds.lastEntry();
    }
    Map.Entry<Double, Wind> lower = upper == null ? null : winds.lowerEntry(upper.getKey());
    if (lower == null || lower.getKey() > heightM || heightM > HIGHEST * upper.getKey()) {
      return Optional.empty();
    }
    double part = Math.log(heightM / lower.getKey()) / Math.log(upper.getKey() / lower.getKey());
    Wind a = lower.getValue();
    Wind b = upper.getValue();
    return Optional.of(
        new double[] {
          a.east[site] + part * (b.east[site] - a.east[site]),
          a.north[site] + part * (b.north[site] - a.north[site])
        });
  }

  /**
   * Components along the grid's axes turned to east and north. Turned at the site: the grid's north
   * changes by hundredths of a degree within a cell.
   */
  private static Wind rotated(SampledField u, SampledField v) {
    float[] north = u.northDeg();
    if (north.length == 0) {
      return new Wind(u.values(), v.values());
    }
    float[] east = new float[north.length];
    float[] northward = new float[north.length];
    for (int i = 0; i < north.length; i++) {
      double angle = Math.toRadians(north[i]);
      east[i] = (float) (u.values()[i] * Math.cos(angle) + v.values()[i] * Math.sin(angle));
      northward[i] = (float) (v.values()[i] * Math.cos(angle) - u.values()[i] * Math.sin(angle));
    }
    return new Wind(east, northward);
  }

  /** Sums over the points around each site; a direction is where the wind blows from. */
  private static Wind components(float[] weightedSpeed, float[] direction) {
    int corners = 4;
    float[] east = new float[weightedSpeed.length / corners];
    float[] north = new float[east.length];
    for (int i = 0; i < weightedSpeed.length; i++) {
      double angle = Math.toRadians(direction[i]);
      east[i / corners] -= (float) (weightedSpeed[i] * Math.sin(angle));
      north[i / corners] -= (float) (weightedSpeed[i] * Math.cos(angle));
    }
    return new Wind(east, north);
  }

  private static float[] missing(int length) {
    float[] values = new float[length];
    Arrays.fill(values, Float.NaN);
    return values;
  }
}
