package org.skywatt.serving.compatible;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.skywatt.serving.forecast.ForecastAnswer;

/** The shape that Home Assistant's energy dashboard takes from a solar forecast platform. */
@Schema(name = "HomeAssistantForecast")
public record HomeAssistantJson(
    @JsonProperty("wh_hours")
        @Schema(description = "Energy by the start of each hour, Wh; missing ones are absent")
        Map<String, Double> wattHours) {

  /**
   * @param answer in steps of hours
   */
  static HomeAssistantJson of(ForecastAnswer answer) {
    Map<String, Double> energies = new LinkedHashMap<>();
    for (int step = 0; step < answer.series().size(); step++) {
      if (answer.series().quantiles()[step] != null) {
        Instant start = Instant.ofEpochSecond(answer.series().start()[step]);
        energies.put(
            start.atOffset(answer.query().zone().getOffset(start)).toString(),
            Math.rint(answer.series().mean()[step] * answer.site().capacityKw() * 1e6) / 1e3);
      }
    }
    return new HomeAssistantJson(energies);
  }
}
