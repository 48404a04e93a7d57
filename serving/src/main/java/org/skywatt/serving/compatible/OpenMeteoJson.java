package org.skywatt.serving.compatible;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.skywatt.serving.forecast.ForecastAnswer;
import org.skywatt.serving.site.Place;

/** The shape of Open-Meteo's forecasts: an array a column; times are local and without offset. */
@Schema(name = "OpenMeteoForecast")
public record OpenMeteoJson(
    double latitude,
    double longitude,
    double elevation,
    @JsonProperty("generationtime_ms")
        @Schema(description = "Of the answer out of the run, ms; not of the run")
        double generationMillis,
    @JsonProperty("utc_offset_seconds") int utcOffsetSeconds,
    String timezone,
    @JsonProperty("timezone_abbreviation") String timezoneAbbreviation,
    @JsonProperty("hourly_units") Map<String, String> units,
    @Schema(description = "time, power and power_p10 … power_p90, by the start of each hour")
        Map<String, List<Object>> hourly) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm", Locale.ROOT);

  /**
   * @param answer in steps of hours
   * @param startedNanos when the answer was begun, as {@link System#nanoTime} tells it
   */
  static OpenMeteoJson of(ForecastAnswer answer, Place place, String zone, long startedNanos) {
    Map<String, String> units = new LinkedHashMap<>();
    Map<String, List<Object>> columns = new LinkedHashMap<>();
    add("time", "iso8601", units, columns);
    add("power", "kW", units, columns);
    List<String> names = new ArrayList<>();
    for (double level : answer.levels()) {
      names.add(String.format(Locale.ROOT, "power_p%02d", Math.round(level * 100)));
      add(names.get(names.size() - 1), "kW", units, columns);
    }
    for (int step = 0; step < answer.series().size(); step++) {
      Instant start = Instant.ofEpochSecond(answer.series().start()[step]);
      double[] quantiles = answer.series().quantiles()[step];
      columns.get("time").add(TIME.format(start.atOffset(answer.query().zone().getOffset(start))));
      columns.get("power").add(kw(answer, answer.series().mean()[step]));
      for (int i = 0; i < names.size(); i++) {
        columns.get(names.get(i)).add(quantiles == null ? null : kw(answer, quantiles[i]));
      }
    }
    return new OpenMeteoJson(
        place.location().latitude(),
        place.location().longitude(),
        place.location().elevationM(),
        (System.nanoTime() - startedNanos) / 1e6,
        answer.query().zone().getOffset(answer.header().issueTime()).getTotalSeconds(),
        zone,
        DateTimeFormatter.ofPattern("zzz", Locale.ROOT)
            .format(answer.header().issueTime().atZone(ZoneId.of(zone))),
        units,
        columns);
  }

  private static void add(
      String name, String unit, Map<String, String> units, Map<String, List<Object>> columns) {
    units.put(name, unit);
    columns.put(name, new ArrayList<>());
  }

  private static Double kw(ForecastAnswer answer, double fraction) {
    return Double.isNaN(fraction)
        ? null
        : (Double) (Math.rint(fraction * answer.site().capacityKw() * 1e3) / 1e3);
  }
}
