package org.skywatt.ingest.cf;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.skywatt.ingest.field.StepType;

/**
 * Times of the fields of one variable. Where time has bounds, a statistic is of the period between
 * them and its valid time is where the period ends. A statistic without bounds has a period of
 * zero: the file does not say it.
 */
final class FieldTimes {
  /** Reference and valid time of a field, and the length of its period. */
  record Times(Instant initTime, Instant validTime, Duration period) {}

  private final Coordinate time;
  private final Coordinate reference;
  private final Coordinate period;
  private final double[] bounds;
  private final boolean sinceRun;
  private final StepType stepType;

  private FieldTimes(
      Coordinate time,
      Coordinate reference,
      Coordinate period,
      double[] bounds,
      boolean sinceRun,
      StepType stepType) {
    this.time = time;
    this.reference = reference;
    this.period = period;
    this.bounds = bounds;
    this.sinceRun = sinceRun;
    this.stepType = stepType;
  }

  /** Times by the coordinates of a variable; empty where it has none. */
  static Optional<FieldTimes> of(CfVariable variable, List<Coordinate> coordinates, Coordinates all)
      throws IOException {
    Coordinate time = first(coordinates, Role.TIME);
    Coordinate reference = first(coordinates, Role.REFERENCE_TIME);
    Coordinate period = first(coordinates, Role.PERIOD);
    if (time == null && reference == null) {
      return Optional.empty();
    }
    Coordinate bounded = time == null ? period : time;
    StepType stepType =
        CellMethods.stepType(variable.attributes(), bounded == null ? "time" : bounded.name());
    double[] bounds =
        stepType == StepType.INSTANT || time == null ? null : all.bounds(time).orElse(null);
    // NetCDF-Java counts the times of a GRIB file from its run.
    boolean sinceRun =
        time != null && time.variable().attributes().lower("long_name").startsWith("grib forecast");
    return Optional.of(new FieldTimes(time, reference, period, bounds, sinceRun, stepType));
  }

  private static Coordinate first(List<Coordinate> coordinates, Role role) {
    return coordinates.stream().filter(each -> each.role() == role).findFirst().orElse(null);
  }

  StepType stepType() {
    return stepType;
  }

  Times at(Map<String, Integer> place) throws CfException {
    Duration lead = period == null ? null : TimeUnits.duration(period.at(place), periodUnit());
    if (time == null) {
      Instant init = instant(reference, reference.at(place));
      return new Times(init, lead == null ? init : init.plus(lead), Duration.ZERO);
    }
    Instant valid = instant(time, time.at(place));
    Duration length = Duration.ZERO;
    if (bounds != null) {
      int index = time.indexAt(place);
      Instant one = instant(time, bounds[2 * index]);
      Instant other = instant(time, bounds[2 * index + 1]);
      length = Duration.between(one, other).abs();
      valid = one.isAfter(other) ? one : other;
    }
    return new Times(initTime(place, valid, lead), valid, length);
  }

  /** A file that tells no run holds an analysis or an observation, whose run is its own time. */
  private Instant initTime(Map<String, Integer> place, Instant valid, Duration lead)
      throws CfException {
    if (reference != null) {
      return instant(reference, reference.at(place));
    }
    if (lead != null) {
      return instant(time, time.at(place)).minus(lead);
    }
    return sinceRun ? instant(time, 0) : valid;
  }

  private String periodUnit() throws CfException {
    return period
        .variable()
        .attributes()
        .text("units")
        .orElseThrow(() -> new CfException("coordinate " + period.name() + " has no units"));
  }

  private static Instant instant(Coordinate coordinate, double value) throws CfException {
    Attributes attributes = coordinate.variable().attributes();
    return TimeUnits.parse(
            attributes.text("units").orElse(""), attributes.text("calendar").orElse(""))
        .instant(value);
  }
}
