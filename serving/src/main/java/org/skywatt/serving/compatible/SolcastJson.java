package org.skywatt.serving.compatible;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.skywatt.serving.forecast.ForecastAnswer;

/** The shape of Solcast's rooftop site forecasts. */
@Schema(name = "SolcastForecasts")
public record SolcastJson(List<Period> forecasts) {

  /** Mean power over the period that ends then, kW; null where it is missing. */
  @Schema(name = "SolcastPeriod")
  public record Period(
      @JsonProperty("pv_estimate") Double estimate,
      @JsonProperty("pv_estimate10") Double low,
      @JsonProperty("pv_estimate90") Double high,
      @JsonProperty("period_end") @Schema(examples = "2026-06-01T06:30:00.0000000Z") String end,
      @Schema(examples = "PT30M") String period) {}

  /**
   * @param answer with the levels 0.1 and 0.9
   */
  static SolcastJson of(ForecastAnswer answer) {
    List<Period> periods = new ArrayList<>();
    for (int step = 0; step < answer.series().size(); step++) {
      double[] quantiles = answer.series().quantiles()[step];
      long start = answer.series().start()[step];
      long end = answer.series().end()[step];
      periods.add(
          new Period(
              quantiles == null ? null : (Double) kw(answer, answer.series().mean()[step]),
              quantiles == null ? null : (Double) kw(answer, quantiles[0]),
              quantiles == null ? null : (Double) kw(answer, quantiles[1]),
              // Seven decimals of a second, as there.
              Instant.ofEpochSecond(end).toString().replace("Z", ".0000000Z"),
              Duration.ofSeconds(end - start).toString()));
    }
    return new SolcastJson(periods);
  }

  private static double kw(ForecastAnswer answer, double fraction) {
    return Math.rint(fraction * answer.site().capacityKw() * 1e4) / 1e4;
  }
}
