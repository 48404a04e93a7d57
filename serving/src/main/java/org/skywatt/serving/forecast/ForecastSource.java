package org.skywatt.serving.forecast;

import java.util.Optional;
import org.skywatt.core.run.RunFile;
import org.skywatt.core.run.RunHeader;
import org.skywatt.serving.problem.ProblemException;

/** Finds the forecasts of one subject in runs. */
public interface ForecastSource {
  /** The answer of this run, if it has the subject and the caller sees it. */
  Optional<ForecastAnswer> find(RunFile run, ForecastQuery query);

  /** The problem to tell where no run has the subject. */
  ProblemException absent(RunHeader newest);
}
