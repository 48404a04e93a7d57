package org.skywatt.serving.analysis;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.skywatt.serving.forecast.Ensemble;
import org.skywatt.serving.forecast.ForecastAnswer;
import org.skywatt.serving.forecast.StepSeries;
import org.skywatt.serving.problem.ProblemException;

/** Energy of a site, or of several, over a window, kWh. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Energy")
public record EnergyJson(
    @JsonUnwrapped AnswerHead head,
    Instant start,
    Instant end,
    double meanKwh,
    double[] levels,
    double[] quantilesKwh,
    @Schema(description = "How steps were taken to depend on each other") String dependence) {

  private static final double SECONDS_AN_HOUR = 3600;

  static EnergyJson of(ForecastAnswer answer) {
    StepSeries series = answer.series();
    double capacityKw = answer.site().capacityKw();
    double mean = 0;
    double[] quantiles = new double[answer.levels().length];
    for (int step = 0; step < series.size(); step++) {
      if (series.quantiles()[step] == null) {
        throw beyond(
            "the step from " + Instant.ofEpochSecond(series.start()[step]) + " is missing");
      }
      double kwh = capacityKw * (series.end()[step] - series.start()[step]) / SECONDS_AN_HOUR;
      mean += series.mean()[step] * kwh;
      for (int i = 0; i < quantiles.length; i++) {
        quantiles[i] += series.quantiles()[step][i] * kwh;
      }
    }
    if (series.size() == 0) {
      throw beyond("no step of run " + answer.header().runId() + " lies in the window");
    }
    boolean joint = answer.scenarios() != null;
    return new EnergyJson(
        AnswerHead.of(answer),
        Instant.ofEpochSecond(series.start()[0]),
        Instant.ofEpochSecond(series.end()[series.size() - 1]),
        mean,
        answer.levels(),
        joint ? jointQuantiles(answer) : quantiles,
        joint ? answer.dependence() : "full");
  }

  private static double[] jointQuantiles(ForecastAnswer answer) {
    StepSeries series = answer.series();
    double[][] energies = new double[answer.scenarios().length][1];
    for (int i = 0; i < energies.length; i++) {
      for (int step = 0; step < series.size(); step++) {
        energies[i][0] +=
            answer.scenarios()[i][step]
                * answer.site().capacityKw()
                * (series.end()[step] - series.start()[step])
                / SECONDS_AN_HOUR;
      }
    }
    return Ensemble.quantiles(energies, 0, answer.levels());
  }

  private static ProblemException beyond(String detail) {
    return ProblemException.unanswerable("beyond-forecast", detail);
  }
}
