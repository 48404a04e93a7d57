package org.skywatt.serving.compatible;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.skywatt.serving.forecast.ForecastAnswer;
import org.skywatt.serving.forecast.StepSeries;

/** The shape of Forecast.Solar's estimate: times are local and without offset, or ISO 8601. */
@Schema(name = "ForecastSolarEstimate")
public record ForecastSolarJson(Result result, Message message) {
  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
  private static final DateTimeFormatter ISO =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);

  /** By the end of each step, and by day; steps that are missing are absent. */
  @Schema(name = "ForecastSolarResult")
  public record Result(
      @Schema(description = "Mean power of the step, W") Map<String, Long> watts,
      @JsonProperty("watt_hours_period") @Schema(description = "Energy of the step, Wh")
          Map<String, Long> wattHoursPeriod,
      @JsonProperty("watt_hours") @Schema(description = "Energy since local midnight, Wh")
          Map<String, Long> wattHours,
      @JsonProperty("watt_hours_day") @Schema(description = "Energy of the day, Wh")
          Map<String, Long> wattHoursDay) {}

  /** Said with every answer. */
  @Schema(name = "ForecastSolarMessage")
  public record Message(int code, String type, String text, Info info, Limit ratelimit) {}

  /** How often this may be asked for. */
  @Schema(name = "ForecastSolarLimit")
  public record Limit(int period, int limit) {}

  /** Of the place. */
  @Schema(name = "ForecastSolarInfo")
  public record Info(String place, String timezone, String time) {}

  /**
   * @param iso whether times are ISO 8601 with their offset, and not local
   * @param limit requests a minute
   */
  static ForecastSolarJson of(
      ForecastAnswer answer, String zone, boolean iso, Instant now, int limit) {
    DateTimeFormatter time = iso ? ISO : LOCAL;
    StepSeries series = answer.series();
    Map<String, Long> watts = new LinkedHashMap<>();
    Map<String, Long> period = new LinkedHashMap<>();
    Map<String, Long> sinceMidnight = new LinkedHashMap<>();
    Map<String, Double> days = new TreeMap<>();
    for (int step = 0; step < series.size(); step++) {
      if (series.quantiles()[step] == null) {
        continue;
      }
      double power = series.mean()[step] * answer.site().capacityKw() * 1000;
      double energy = power * (series.end()[step] - series.start()[step]) / 3600;
      String end = time.format(local(answer, series.end()[step]));
      String day = local(answer, series.start()[step]).toLocalDate().toString();
      days.merge(day, energy, Double::sum);
      watts.put(end, Math.round(power));
      period.put(end, Math.round(energy));
      sinceMidnight.put(end, Math.round(days.get(day)));
    }
    Map<String, Long> rounded = new LinkedHashMap<>();
    days.forEach((day, energy) -> rounded.put(day, Math.round(energy)));
    return new ForecastSolarJson(
        new Result(watts, period, sinceMidnight, rounded),
        new Message(
            0,
            "success",
            "",
            new Info(answer.subject().id(), zone, now.toString()),
            new Limit(ForecastSolarResource.WINDOW_SECONDS, limit)));
  }

  private static OffsetDateTime local(ForecastAnswer answer, long epochSecond) {
    Instant time = Instant.ofEpochSecond(epochSecond);
    ZoneOffset offset = answer.query().zone().getOffset(time);
    return time.atOffset(offset);
  }
}
