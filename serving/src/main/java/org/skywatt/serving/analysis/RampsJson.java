package org.skywatt.serving.analysis;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.skywatt.serving.forecast.ForecastAnswer;
import org.skywatt.serving.forecast.StepSeries;

/** Expected changes of power. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Ramps")
public record RampsJson(@JsonUnwrapped AnswerHead head, List<Ramp> ramps) {

  /** From the middle of one step to that of another. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "Ramp")
  public record Ramp(
      Instant start,
      Instant end,
      double fromKw,
      double toKw,
      double changeKw,
      @Schema(description = "Share of scenarios that change so much; absent without scenarios")
          Double probability) {}

  /** The ramps that do not overlap, found from the first step on. */
  static RampsJson of(ForecastAnswer answer, double thresholdKw, long withinSeconds) {
    StepSeries series = answer.series();
    double capacityKw = answer.site().capacityKw();
    List<Ramp> ramps = new ArrayList<>();
    int from = 0;
    while (from < series.size()) {
      int to = furthest(series, from, withinSeconds);
      double change = (series.mean()[to] - series.mean()[from]) * capacityKw;
      if (Math.abs(change) >= thresholdKw) {
        ramps.add(
            new Ramp(
                middle(series, from),
                middle(series, to),
                series.mean()[from] * capacityKw,
                series.mean()[to] * capacityKw,
                change,
                probability(answer, from, to, Math.copySign(thresholdKw, change))));
        from = to;
      } else {
        from++;
      }
    }
    return new RampsJson(AnswerHead.of(answer), ramps);
  }

  private static Double probability(ForecastAnswer answer, int from, int to, double thresholdKw) {
    if (answer.scenarios() == null) {
      return null;
    }
    long count =
        Arrays.stream(answer.scenarios())
            .mapToDouble(each -> (each[to] - each[from]) * answer.site().capacityKw())
            .filter(change -> thresholdKw > 0 ? change >= thresholdKw : change <= thresholdKw)
            .count();
    return (double) count / answer.scenarios().length;
  }

  /** The step within reach whose mean differs most; missing ones don't. */
  private static int furthest(StepSeries series, int from, long withinSeconds) {
    int best = from;
    double most = 0;
    for (int to = from + 1;
        to < series.size() && series.start()[to] - series.start()[from] <= withinSeconds;
        to++) {
      double change = Math.abs(series.mean()[to] - series.mean()[from]);
      if (change > most) {
        most = change;
        best = to;
      }
    }
    return best;
  }

  private static Instant middle(StepSeries series, int step) {
    return Instant.ofEpochSecond((series.start()[step] + series.end()[step]) / 2);
  }
}
