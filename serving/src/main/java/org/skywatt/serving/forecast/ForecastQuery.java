package org.skywatt.serving.forecast;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import org.skywatt.core.run.RunHeader;
import org.skywatt.serving.availability.LimitsKnown;
import org.skywatt.serving.problem.ProblemException;

/**
 * A question for a forecast, understood.
 *
 * @param issuedBy the newest run that was issued by then; null for the newest of all
 * @param horizonMinutes null unless each step is to come from a run so many minutes older
 * @param levels quantile levels, ascending; null for those of the run
 * @param model null for whichever made the newest run
 * @param scenarios whether scenarios are wanted with the answer
 * @param limits which limits count: those that stood when what is asked for was forecast
 */
public record ForecastQuery(
    TimeRange range,
    Instant issuedBy,
    Integer horizonMinutes,
    double[] levels,
    String model,
    Resolution resolution,
    PowerUnit unit,
    ZoneRules zone,
    boolean scenarios,
    LimitsKnown limits) {
  private static final int LONGEST_HORIZON = 43_200;
  private static final Duration LONGEST_RANGE = Duration.ofDays(31);

  /** Whether the newest run has the answer. */
  public boolean isOfNewest() {
    return issuedBy == null && horizonMinutes == null && model == null;
  }

  /** The same of every step of a run, with the limits that the question counts. */
  ForecastQuery ofWholeRun() {
    return new ForecastQuery(
        TimeRange.ALL, null, null, levels, null, resolution, unit, zone, false, limits);
  }

  /** The same with scenarios. */
  public ForecastQuery withScenarios() {
    return new ForecastQuery(
        range, issuedBy, horizonMinutes, levels, model, resolution, unit, zone, true, limits);
  }

  /** Whether the answer out of a run needs scenarios. */
  boolean needsScenarios(RunHeader header) {
    return scenarios || resolution.mixes(header);
  }

  static ForecastQuery of(ForecastParameters from) {
    TimeRange range = TimeRange.parse(from.from, from.to);
    Resolution resolution = Resolution.parse(from.resolution, from.market);
    Instant issuedBy = issuedBy(from);
    Integer horizon = horizon(from, range);
    return new ForecastQuery(
        range,
        issuedBy,
        horizon,
        QuantilePicker.parse(from.levels),
        from.model,
        resolution,
        from.unit == null ? PowerUnit.KW : PowerUnit.parse(from.unit),
        zone(from.tz, resolution).getRules(),
        false,
        limits(issuedBy, horizon, resolution));
  }

  private static LimitsKnown limits(Instant issuedBy, Integer horizon, Resolution resolution) {
    if (horizon != null) {
      return LimitsKnown.ahead(horizon, resolution.stepSeconds());
    }
    return issuedBy == null ? LimitsKnown.NOW : LimitsKnown.at(issuedBy);
  }

  private static Instant issuedBy(ForecastParameters from) {
    Instant asOf = from.asOf == null ? null : TimeRange.time("as_of", from.asOf);
    if (from.issuedBefore == null) {
      return asOf;
    }
    // Issue times are whole seconds.
    Instant before = TimeRange.time("issued_before", from.issuedBefore).minusNanos(1);
    return asOf == null || before.isBefore(asOf) ? before : asOf;
  }

  private static Integer horizon(ForecastParameters from, TimeRange range) {
    if (from.horizonMinutes == null) {
      return null;
    }
    int minutes;
    try {
      minutes = Integer.parseInt(from.horizonMinutes);
    } catch (NumberFormatException e) {
      minutes = -1;
    }
    if (minutes < 0 || minutes > LONGEST_HORIZON) {
      throw ProblemException.badRequest(
          "invalid-horizon",
          "horizon_minutes '" + from.horizonMinutes + "' must be 0 to " + LONGEST_HORIZON);
    }
    if (from.from == null
        || from.to == null
        || Duration.between(range.from(), range.to()).compareTo(LONGEST_RANGE) > 0) {
      throw ProblemException.badRequest(
          "invalid-range", "horizon_minutes needs from and to, at most 31 days apart");
    }
    return minutes;
  }

  private static ZoneId zone(String tz, Resolution resolution) {
    if (tz == null) {
      return resolution.market() == null ? ZoneOffset.UTC : resolution.market().zone();
    }
    try {
      return ZoneId.of(tz);
    } catch (DateTimeException e) {
      throw ProblemException.badRequest(
          "invalid-tz", "tz '" + tz + "' is no time zone, such as Europe/Berlin");
    }
  }
}
