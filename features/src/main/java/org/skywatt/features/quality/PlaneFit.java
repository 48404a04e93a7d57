package org.skywatt.features.quality;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.skywatt.core.solar.Transposition;

/**
 * How the modules of a plant may face, from the shape of its power on the smoothest days. Each day
 * is scaled by itself, so that capacity plays no part. The shape tells east from west, but tilt to
 * the equator only a little: the seasons decide among the candidates.
 */
final class PlaneFit {
  private static final double[] TILTS = {0, 10, 20, 30, 40, 55, 75};
  private static final int AZIMUTH_STEP = 30;
  private static final int DAYS = 40;
  private static final double MIN_ELEVATION = 10;
  private static final int MIN_ROWS = 5;
  private static final double NEARLY = 1.2;

  private PlaneFit() {}

  private record Rated(int[] day, double roughness) {}

  /**
   * Planes whose shape fits the power nearly as well as the best; only level where no day can tell.
   */
  static List<Transposition.Plane> candidates(PowerSeries kw, Sky sky, List<int[]> days) {
    List<int[]> smooth =
        days.stream()
            .map(day -> new Rated(day, roughness(kw, sky, day)))
            .filter(rated -> rated.roughness < Double.POSITIVE_INFINITY)
            .sorted(Comparator.comparingDouble(Rated::roughness))
            .limit(DAYS)
            .map(Rated::day)
            .toList();
    Map<Transposition.Plane, Double> errors = new LinkedHashMap<>();
    for (double tilt : TILTS) {
      for (int azimuth = 0; azimuth < (tilt == 0 ? 1 : 360); azimuth += AZIMUTH_STEP) {
        Transposition.Plane plane = new Transposition.Plane(tilt, azimuth);
        double[] ofDays = smooth.stream().mapToDouble(day -> error(kw, sky, day, plane)).toArray();
        errors.put(plane, Quantile.of(0.5, ofDays));
      }
    }
    double least =
        errors.values().stream().filter(error -> error >= 0).min(Double::compare).orElse(0.0);
    List<Transposition.Plane> near = new ArrayList<>();
    errors.forEach(
        (plane, error) -> {
          if (error <= NEARLY * least) {
            near.add(plane);
          }
        });
    return near.isEmpty() ? List.of(new Transposition.Plane(0, 180)) : near;
  }

  /** Second differences of power against its sum; infinite for days that tell nothing. */
  private static double roughness(PowerSeries kw, Sky sky, int[] day) {
    double bends = 0;
    double sum = 0;
    int rows = 0;
    for (int i = day[0] + 1; i < day[1] - 1; i++) {
      if (sky.elevationDeg(i) > MIN_ELEVATION) {
        bends += Math.abs(kw.power()[i - 1] - 2 * kw.power()[i] + kw.power()[i + 1]);
        sum += kw.power()[i];
        rows++;
      }
    }
    return rows >= MIN_ROWS && sum > 0 ? bends / sum : Double.POSITIVE_INFINITY;
  }

  /** Root mean square error after the best scale, as a fraction of the mean. */
  private static double error(PowerSeries kw, Sky sky, int[] day, Transposition.Plane plane) {
    double xx = 0;
    double xy = 0;
    double yy = 0;
    for (int i = day[0]; i < day[1]; i++) {
      double y = kw.power()[i];
      if (sky.elevationDeg(i) > MIN_ELEVATION && !Double.isNaN(y)) {
        double x = sky.planeWm2(i, plane);
        xx += x * x;
        xy += x * y;
        yy += y * y;
      }
    }
    return yy > 0 && xx > 0 ? Math.sqrt(Math.max(0, 1 - xy * xy / (xx * yy))) : Double.NaN;
  }
}
