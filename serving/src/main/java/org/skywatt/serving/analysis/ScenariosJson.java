package org.skywatt.serving.analysis;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.LongStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.skywatt.serving.forecast.ForecastAnswer;
import org.skywatt.serving.problem.ProblemException;
import org.skywatt.serving.scenario.JointScenarios;

/** Equally likely courses of power. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Scenarios")
public record ScenariosJson(
    @JsonUnwrapped AnswerHead head,
    String dependence,
    String unit,
    Instant[] starts,
    Instant[] ends,
    @Schema(description = "A course a scenario; null where a step is missing")
        Double[][] scenarios) {
  private static final int USUAL = 20;
  private static final double ROUNDING = 1e6;

  static int count(String text) {
    int count;
    try {
      count = text == null ? USUAL : Integer.parseInt(text);
    } catch (NumberFormatException e) {
      count = 0;
    }
    if (count < 1 || count > JointScenarios.COUNT) {
      throw ProblemException.badRequest(
          "invalid-count", "count '" + text + "' must be 1 to " + JointScenarios.COUNT);
    }
    return count;
  }

  static ScenariosJson of(ForecastAnswer answer, int count) {
    if (answer.scenarios() == null) {
      throw ProblemException.unanswerable(
          "no-scenarios", "steps of several runs have no scenarios in common");
    }
    double factor = answer.query().unit().factor(answer.site().capacityKw());
    return new ScenariosJson(
        AnswerHead.of(answer),
        answer.dependence(),
        answer.query().unit().text(),
        times(answer.series().start()),
        times(answer.series().end()),
        Arrays.stream(answer.scenarios())
            .limit(count)
            .map(course -> scaled(course, factor))
            .toArray(Double[][]::new));
  }

  private static Instant[] times(long[] seconds) {
    return LongStream.of(seconds).mapToObj(Instant::ofEpochSecond).toArray(Instant[]::new);
  }

  private static Double[] scaled(double[] course, double factor) {
    Double[] scaled = new Double[course.length];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] =
          Double.isNaN(course[i])
              ? null
              : (Double) (Math.rint(course[i] * factor * ROUNDING) / ROUNDING);
    }
    return scaled;
  }
}
