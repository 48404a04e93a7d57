package org.skywatt.serving.forecast;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One site's forecast as the API writes it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Forecast", description = "One site's forecast from the newest run")
public record ForecastJson(
    String siteId,
    String runId,
    Instant issueTime,
    Instant nextRunExpected,
    @Schema(description = "A newer run should have been there by now") boolean stale,
    @Schema(description = "true when the forecast is of a simulated world, else absent")
        Boolean simulated,
    String model,
    @Schema(
            description = "Which inputs the forecast could use",
            enumeration = {"full", "no-satellite", "no-nwp", "smart-persistence", "climatology"})
        String inputTier,
    @Schema(description = "Inputs that were older than they should be") List<String> staleInputs,
    @Schema(
            description =
                "How the forecast was moved for what those of the last days got wrong; absent if"
                    + " it was not")
        Adjustment adjustment,
    double capacityKw,
    @Schema(description = "What the plant can give at most, kW") double availableKw,
    @Schema(enumeration = {"kw", "mw", "fraction"}) String unit,
    double[] levels,
    @Schema(description = "Energy that the whole run took, J") double joules,
    @Schema(enumeration = {"measured", "modelled", "constant"}) String energyTier,
    String licence,
    List<Step> steps) {

  /** By how much a forecast was moved. */
  @Schema(name = "ForecastAdjustment")
  public record Adjustment(
      @Schema(description = "Energy of the whole forecast over what it was, - 1") double change,
      @Schema(description = "Days with readings that this was found from") int days) {}

  /** Power of one interval; mean and values are null where the forecast is missing. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  @Schema(name = "ForecastStep", description = "Mean AC power over (start, end]")
  public record Step(
      Instant start,
      Instant end,
      @Schema(nullable = true) Double mean,
      @Schema(nullable = true, description = "One quantile a level, ascending") Double[] values) {}
}
