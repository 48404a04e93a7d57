package org.skywatt.serving.physical;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.skywatt.core.field.FieldsFile;
import org.skywatt.core.field.FieldsHeader;
import org.skywatt.core.sample.NwpSample;
import org.skywatt.core.site.Location;
import org.skywatt.core.site.Neighbours;
import org.skywatt.core.variable.Variable;

/** Published weather at a place, as if it had been sampled when it was ingested. */
final class SampledWeather {
  /** From a site to the places that stand for its neighbours: as far as cells of those are wide. */
  private static final double AROUND_DEG = Neighbours.CELL_DEG;

  private static final String PLACE = "place";

  private SampledWeather() {}

  /** When any variable is told. */
  static NavigableSet<Instant> times(FieldsFile weather) {
    NavigableSet<Instant> times = new TreeSet<>();
    for (Variable variable : Variable.values()) {
      times.addAll(weather.validTimes(variable));
    }
    return times;
  }

  /** A record a time; what is not told is NaN. */
  static List<NwpSample> at(Location place, FieldsFile weather) {
    FieldsHeader header = weather.header();
    List<Variable> told = new ArrayList<>();
    for (Variable variable : Variable.values()) {
      if (!weather.validTimes(variable).isEmpty()) {
        told.add(variable);
      }
    }
    List<NwpSample> samples = new ArrayList<>();
    for (Instant time : times(weather)) {
      float[] values = new float[Variable.COUNT];
      Arrays.fill(values, Float.NaN);
      for (Variable variable : told) {
        values[variable.ordinal()] =
            (float) weather.value(variable, place.latitude(), place.longitude(), time);
      }
      samples.add(
          new NwpSample(
              PLACE, header.source(), 0, header.initTime(), time, header.availableAt(), values));
    }
    return samples;
  }

  /**
   * The weather to the north, east, south and west, where a registered site would have neighbours;
   * empty lists outside the published area.
   */
  static List<List<NwpSample>> around(Location place, FieldsFile weather) {
    double east = AROUND_DEG / Math.max(0.1, Math.cos(Math.toRadians(place.latitude())));
    return List.of(
        beside(place, AROUND_DEG, 0, weather),
        beside(place, 0, east, weather),
        beside(place, -AROUND_DEG, 0, weather),
        beside(place, 0, -east, weather));
  }

  private static List<NwpSample> beside(
      Location place, double north, double east, FieldsFile weather) {
    double latitude = place.latitude() + north;
    double longitude = Math.IEEEremainder(place.longitude() + east, 360);
    return weather.header().grid().findWeights(latitude, longitude).isPresent()
        ? at(new Location(latitude, longitude, place.elevationM()), weather)
        : List.of();
  }
}
