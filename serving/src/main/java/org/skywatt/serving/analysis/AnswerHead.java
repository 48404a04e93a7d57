package org.skywatt.serving.analysis;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.skywatt.core.run.RunHeader;
import org.skywatt.core.run.StaleInput;
import org.skywatt.serving.forecast.ForecastAnswer;

/** What every answer out of a forecast says of it, whatever it makes of it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "AnswerHead")
public record AnswerHead(
    String siteId,
    String portfolioId,
    String regionId,
    String runId,
    Instant issueTime,
    Instant nextRunExpected,
    @Schema(description = "A newer run should have been there by now") boolean stale,
    @Schema(description = "true when the forecast is of a simulated world, else absent")
        Boolean simulated,
    String model,
    @Schema(description = "Which inputs the forecast could use; the lowest of several sites")
        String inputTier,
    @Schema(description = "Inputs that were older than they should be") List<String> staleInputs,
    @Schema(description = "Capacity that the forecast took, kW") double capacityKw,
    @Schema(description = "Energy that the whole run took, J") double joules,
    @Schema(enumeration = {"measured", "modelled", "constant"}) String energyTier,
    String licence) {

  static AnswerHead of(ForecastAnswer answer) {
    RunHeader header = answer.header();
    return new AnswerHead(
        answer.subject().idIf("siteId"),
        answer.subject().idIf("portfolioId"),
        answer.subject().idIf("regionId"),
        header.runId(),
        header.issueTime(),
        header.nextRunExpected(),
        answer.stale(),
        answer.simulated() ? true : null,
        header.model(),
        answer.site().inputTier().text(),
        answer.site().staleInputs().stream().map(StaleInput::text).sorted().toList(),
        answer.site().capacityKw(),
        header.joules(),
        header.energyTier().text(),
        header.licence());
  }
}
