package org.skywatt.ingest.assembly;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import org.skywatt.core.site.Site;
import org.skywatt.core.site.WindSite;
import org.skywatt.core.variable.Variable;

/** The canonical values of one run by time, variable and site, NaN where missing. */
final class RunValues {
  private static final float PACKING_ERROR = 0.005f;

  private final List<Site> sites;
  private final NavigableMap<Instant, float[][]> byTime = new TreeMap<>();

  RunValues(List<Site> sites) {
    this.sites = sites;
  }

  void addTime(Instant time) {
    byTime.computeIfAbsent(time, unused -> new float[Variable.COUNT][]);
  }

  NavigableSet<Instant> times() {
    return byTime.navigableKeySet();
  }

  /** Takes values of {@code variable} by site; those that came before for the same time yield. */
  BiConsumer<Instant, float[]> putting(Variable variable) {
    return (time, values) -> {
      float[] kept = new float[values.length];
      for (int i = 0; i < kept.length; i++) {
        kept[i] = withoutPackingError(variable, values[i]);
      }
      byTime.get(time)[variable.ordinal()] = kept;
    };
  }

  /** Wind at 10 m, at 100 m and at the hubs of wind sites. */
  void putWinds(Instant time, WindProfiles winds) {
    putWind(time, i -> winds.findExactly(10, i), Variable.WIND_U_10M, Variable.WIND_V_10M);
    putWind(time, i -> winds.find(100, i), Variable.WIND_U_100M, Variable.WIND_V_100M);
    putWind(
        time,
        i ->
            sites.get(i) instanceof WindSite site
                ? winds.find(site.hubHeightM(), i)
                : Optional.empty(),
        Variable.WIND_U_HUB,
        Variable.WIND_V_HUB);
  }

  private void putWind(
      Instant time, IntFunction<Optional<WindProfiles.Wind>> winds, Variable u, Variable v) {
    float[] east = missing();
    float[] north = missing();
    for (int i = 0; i < sites.size(); i++) {
      Optional<WindProfiles.Wind> wind = winds.apply(i);
      if (wind.isPresent()) {
        east[i] = (float) wind.get().east();
        north[i] = (float) wind.get().north();
      }
    }
    putting(u).accept(time, east);
    putting(v).accept(time, north);
  }

  /** Humidity out of dew points (K), where the run has none of its own. */
  void putHumidityOfDewPoint(Instant time, float[] dewPoint) {
    float[] temperature = get(time, Variable.TEMPERATURE_2M);
    fill(time, Variable.RELATIVE_HUMIDITY, i -> Humidity.ofDewPoint(temperature[i], dewPoint[i]));
  }

  /** Humidity out of specific humidity, where the run has none of its own. */
  void putHumidityOfSpecific(Instant time, float[] specific) {
    float[] temperature = get(time, Variable.TEMPERATURE_2M);
    float[] pressure = get(time, Variable.SURFACE_PRESSURE);
    fill(
        time,
        Variable.RELATIVE_HUMIDITY,
        i -> Humidity.ofSpecificHumidity(specific[i], pressure[i], temperature[i]));
  }

  /** Of global, direct and diffuse, the third out of the two that are known. */
  void deriveShortwave() {
    for (Instant time : times()) {
      float[] global = get(time, Variable.GHI);
      float[] direct = get(time, Variable.DIRECT_HORIZONTAL);
      float[] diffuse = get(time, Variable.DIFFUSE_HORIZONTAL);
      fill(time, Variable.GHI, i -> direct[i] + diffuse[i]);
      fill(time, Variable.DIFFUSE_HORIZONTAL, i -> Math.max(0, global[i] - direct[i]));
      fill(time, Variable.DIRECT_HORIZONTAL, i -> Math.max(0, global[i] - diffuse[i]));
    }
  }

  /** Takes values for sites that have none. */
  private void fill(Instant time, Variable variable, IntToDoubleFunction value) {
    float[] filled = get(time, variable).clone();
    for (int i = 0; i < filled.length; i++) {
      filled[i] = Float.isNaN(filled[i]) ? (float) value.applyAsDouble(i) : filled[i];
    }
    putting(variable).accept(time, filled);
  }

  private float[] get(Instant time, Variable variable) {
    float[] values = byTime.get(time)[variable.ordinal()];
    return values == null ? missing() : values;
  }

  private float[] missing() {
    float[] values = new float[sites.size()];
    Arrays.fill(values, Float.NaN);
    return values;
  }

  /** Values of one site and time by variable; empty where all are missing. */
  float[] row(Instant time, int site) {
    float[] row = new float[Variable.COUNT];
    boolean any = false;
    float[][] values = byTime.get(time);
    for (int v = 0; v < row.length; v++) {
      row[v] = values[v] == null ? Float.NaN : values[v][site];
      any |= !Float.isNaN(row[v]);
    }
    return any ? row : new float[0];
  }

  /** Packing rounds: a value a hair beyond a limit of its variable is put on the limit. */
  private static float withoutPackingError(Variable variable, float value) {
    if (value < 0 && value > -PACKING_ERROR && !variable.isPlausible(value)) {
      return 0;
    }
    boolean fraction = variable.unit().equals("1") && variable.max() == 1;
    return fraction && value > 1 && value < 1 + PACKING_ERROR ? 1 : value;
  }
}
