package org.skywatt.serving.intensity;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.skywatt.green.signal.IntensityPoint;
import org.skywatt.green.signal.IntensitySeries;
import org.skywatt.serving.access.CurrentCaller;
import org.skywatt.serving.forecast.TimeRange;
import org.skywatt.serving.intensity.EmissionsJson.EmissionsData;
import org.skywatt.serving.intensity.EmissionsJson.Forecast;
import org.skywatt.serving.intensity.EmissionsJson.ForecastData;
import org.skywatt.serving.intensity.EmissionsJson.Mean;
import org.skywatt.serving.problem.ProblemException;

/** Answers of the Carbon Aware SDK's routes from what the caller's organisation posted. */
@ApplicationScoped
class Emissions {
  // PostgreSQL's times end before Java's do.
  private static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-01-01T00:00:00Z");
  private static final int LONGEST_WINDOW = 60 * 24 * 31;

  private final IntensityTable table;
  private final CurrentCaller caller;
  private final Clock clock;

  Emissions(IntensityTable table, CurrentCaller caller, Clock clock) {
    this.table = table;
    this.caller = caller;
    this.clock = clock;
  }

  List<String> zones() {
    return table.zones(caller.get().organisationId());
  }

  List<EmissionsData> measured(String location, String time, String toTime) {
    Instant from = time == null ? FIRST : TimeRange.time("time", time);
    Instant to = toTime == null ? clock.instant() : TimeRange.time("toTime", toTime);
    return table
        .measured(caller.get().organisationId(), required(location), from, to)
        .points()
        .stream()
        .map(each -> EmissionsData.of(location, each))
        .toList();
  }

  Mean mean(String location, String start, String end) {
    if (start == null || end == null) {
      throw ProblemException.badRequest("missing-field", "startTime or endTime is missing");
    }
    Instant from = TimeRange.time("startTime", start);
    Instant to = TimeRange.time("endTime", end);
    if (!from.isBefore(to)) {
      throw ProblemException.badRequest("invalid-range", "startTime must come before endTime");
    }
    double mean =
        table.measured(caller.get().organisationId(), required(location), from, to).mean(from, to);
    if (Double.isNaN(mean)) {
      throw ProblemException.notFound(
          "no-intensity", "nothing is known of " + location + " between " + from + " and " + to);
    }
    return new Mean(location, from, to, mean);
  }

  Forecast forecast(
      String location, String requestedAt, String start, String end, Integer windowSize) {
    Instant now = clock.instant();
    Instant requested = requestedAt == null ? now : TimeRange.time("requestedAt", requestedAt);
    IntensityTable.Forecast forecast =
        table
            .forecast(
                caller.get().organisationId(),
                required(location),
                requested,
                start == null ? FIRST : TimeRange.time("dataStartAt", start),
                end == null ? LAST : TimeRange.time("dataEndAt", end))
            .filter(each -> !each.series().points().isEmpty())
            .orElseThrow(
                () ->
                    ProblemException.notFound(
                        "no-forecast",
                        "no forecast of " + location + " was posted by " + requested));
    List<IntensityPoint> points = forecast.series().points();
    IntensityPoint last = points.get(points.size() - 1);
    Duration step = Duration.between(points.get(0).start(), points.get(0).end());
    if (windowSize != null && (windowSize < 1 || windowSize > LONGEST_WINDOW)) {
      throw ProblemException.badRequest(
          "invalid-window", "windowSize must be 1 to " + LONGEST_WINDOW + " minutes");
    }
    Duration window = windowSize == null ? step : Duration.ofMinutes(windowSize);
    List<IntensityPoint> windows = forecast.series().windows(window);
    return new Forecast(
        forecast.made(),
        requested,
        location,
        points.get(0).start(),
        last.end(),
        window.toMinutes(),
        data(location, IntensitySeries.least(windows)),
        data(location, windows));
  }

  private static List<ForecastData> data(String location, List<IntensityPoint> points) {
    return points.stream().map(each -> ForecastData.of(location, each)).toList();
  }

  private static String required(String location) {
    if (location == null || location.isBlank() || location.indexOf('\0') >= 0) {
      throw ProblemException.badRequest("missing-field", "location is missing");
    }
    return location;
  }
}
