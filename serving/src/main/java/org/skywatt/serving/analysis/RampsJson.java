package org.skywatt.serving.analysis;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.skywatt.serving.forecast.ForecastAnswer;
import org.skywatt.serving.forecast.StepSeries;

/** Expected changes of a site's power. */
@Schema(name = "Ramps")
public record RampsJson(String siteId, String runId, Instant issueTime, List<Ramp> ramps) {

  /** From the middle of one step to that of another. */
  @Schema(name = "Ramp")
  public record Ramp(Instant start, Instant end, double fromKw, double toKw, double changeKw) {}

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
                change));
        from = to;
      } else {
        from++;
      }
    }
    return new RampsJson(
        answer.site().siteId().value(),
        answer.header().runId(),
        answer.header().issueTime(),
        ramps);
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
