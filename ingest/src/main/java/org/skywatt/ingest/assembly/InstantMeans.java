package org.skywatt.ingest.assembly;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.skywatt.core.site.Site;
import org.skywatt.core.solar.ClearSky;
import org.skywatt.core.solar.GeocentricSun;
import org.skywatt.core.solar.IntervalSun;
import org.skywatt.core.solar.SolarPosition;
import org.skywatt.core.time.Interval;

/**
 * Means over steps from instants at their ends, for sources that have no means (HRRR, UKV). Of
 * radiation the clear-sky index is averaged and multiplied with the clear-sky mean of the step; all
 * else is taken as linear between the instants. An instant before the first is not made up.
 */
final class InstantMeans {
  /** Below this the index says nothing: the sun is down or grazes. */
  private static final double FAINT_WM2 = 5;

  private final List<? extends Site> sites;

  InstantMeans(List<? extends Site> sites) {
    this.sites = sites;
  }

  /** Means of short-wave radiation, by the end of their step. */
  NavigableMap<Instant, float[]> shortwave(NavigableMap<Instant, float[]> instants, Steps steps) {
    NavigableMap<Instant, float[]> means = new TreeMap<>();
    Map.Entry<Instant, float[]> before = null;
    double[] clearBefore = null;
    for (Map.Entry<Instant, float[]> entry : instants.entrySet()) {
      double[] clear = clearSky(entry.getKey());
      if (before != null && steps.isStep(before.getKey(), entry.getKey())) {
        IntervalSun sun = IntervalSun.over(new Interval(before.getKey(), entry.getKey()));
        float[] mean = new float[sites.size()];
        for (int i = 0; i < mean.length; i++) {
          double index = index(before.getValue()[i], clearBefore[i], entry.getValue()[i], clear[i]);
          mean[i] =
              (float)
                  (index
                      * sun.meanClearSkyGhiWm2(
                          sites.get(i).location(), ClearSky.TYPICAL_LINKE_TURBIDITY));
        }
        means.put(entry.getKey(), mean);
      }
      before = entry;
      clearBefore = clear;
    }
    return means;
  }

  /** Means of anything else, by the end of their step. */
  static NavigableMap<Instant, float[]> linear(
      NavigableMap<Instant, float[]> instants, Steps steps) {
    NavigableMap<Instant, float[]> means = new TreeMap<>();
    Map.Entry<Instant, float[]> before = null;
    for (Map.Entry<Instant, float[]> entry : instants.entrySet()) {
      if (before != null && steps.isStep(before.getKey(), entry.getKey())) {
        float[] mean = new float[entry.getValue().length];
        for (int i = 0; i < mean.length; i++) {
          mean[i] = (before.getValue()[i] + entry.getValue()[i]) / 2;
        }
        means.put(entry.getKey(), mean);
      }
      before = entry;
    }
    return means;
  }

  /** Mean clear-sky index of two instants; of one, where the sun is down at the other. */
  private static double index(double a, double clearA, double b, double clearB) {
    if (Double.isNaN(a + b)) {
      return Double.NaN;
    }
    boolean useA = clearA > FAINT_WM2;
    boolean useB = clearB > FAINT_WM2;
    if (useA && useB) {
      return (a / clearA + b / clearB) / 2;
    }
    // Dark at both ends: what the short day between gets is taken as clear.
    return useA ? a / clearA : useB ? b / clearB : 1;
  }

  private double[] clearSky(Instant time) {
    GeocentricSun sun = GeocentricSun.at(time);
    double[] clear = new double[sites.size()];
    for (int i = 0; i < clear.length; i++) {
      var location = sites.get(i).location();
      clear[i] =
          ClearSky.ineichen(
                  SolarPosition.of(time, location),
                  sun,
                  location.elevationM(),
                  ClearSky.TYPICAL_LINKE_TURBIDITY)
              .ghi();
    }
    return clear;
  }
}
