package org.skywatt.serving.analysis;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.skywatt.serving.forecast.ForecastAnswer;
import org.skywatt.serving.forecast.StepSeries;

/** Chances that power exceeds a threshold, step by step. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Exceedance")
public record ExceedanceJson(@JsonUnwrapped AnswerHead head, double thresholdKw, List<Step> steps) {

  /** One step. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "ExceedanceStep")
  public record Step(
      Instant start,
      Instant end,
      @Schema(nullable = true, description = "Absent where the step is missing") Double probability,
      @Schema(
              description = "Absent where the probability is known; else it is a bound",
              enumeration = {"at-least", "at-most"})
          String bound) {}

  static ExceedanceJson of(ForecastAnswer answer, double thresholdKw) {
    StepSeries series = answer.series();
    double threshold = thresholdKw / answer.site().capacityKw();
    List<Step> steps = new ArrayList<>();
    for (int step = 0; step < series.size(); step++) {
      steps.add(
          step(
              Instant.ofEpochSecond(series.start()[step]),
              Instant.ofEpochSecond(series.end()[step]),
              answer.levels(),
              series.quantiles()[step],
              threshold));
    }
    return new ExceedanceJson(AnswerHead.of(answer), thresholdKw, steps);
  }

  private static Step step(
      Instant start, Instant end, double[] levels, double[] quantiles, double threshold) {
    if (quantiles == null) {
      return new Step(start, end, null, null);
    }
    int last = levels.length - 1;
    if (threshold < quantiles[0]) {
      return new Step(start, end, 1 - levels[0], "at-least");
    }
    if (threshold >= quantiles[last]) {
      return new Step(start, end, 1 - levels[last], "at-most");
    }
    int above = 0;
    while (quantiles[above] <= threshold) {
      above++;
    }
    double part = (threshold - quantiles[above - 1]) / (quantiles[above] - quantiles[above - 1]);
    double level = levels[above - 1] + part * (levels[above] - levels[above - 1]);
    return new Step(start, end, 1 - level, null);
  }
}
