package org.skywatt.serving.forecast;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.skywatt.core.run.RunFile;
import org.skywatt.core.run.RunHeader;
import org.skywatt.serving.config.SkywattConfig;
import org.skywatt.serving.run.Runs;

/** Finds the run, or the runs, that a question is of. */
@ApplicationScoped
public class RunSearch {
  private final Runs runs;
  private final SkywattConfig config;

  RunSearch(Runs runs, SkywattConfig config) {
    this.runs = runs;
    this.config = config;
  }

  /**
   * The answer out of runs. May wait for files.
   *
   * @throws org.skywatt.serving.problem.ProblemException (400, 404, 503) if there is none
   */
  public ForecastAnswer get(ForecastSource source, ForecastQuery query) {
    if (query.horizonMinutes() != null) {
      return atHorizon(source, query);
    }
    if (query.isOfNewest()) {
      return runs.read(
          run -> source.find(run, query).orElseThrow(() -> source.absent(run.header())));
    }
    RunFile run = runs.get(query.issuedBy(), query.model());
    return source.find(run, query).orElseThrow(() -> source.absent(run.header()));
  }

  private ForecastAnswer atHorizon(ForecastSource source, ForecastQuery query) {
    List<String> runIds = runs.runIds();
    RunHeader newest = runs.read(RunFile::header);
    int step = query.resolution().stepSeconds(newest);
    long first = Math.floorDiv(query.range().from().getEpochSecond(), step) * (long) step;
    int steps = (int) ((query.range().to().getEpochSecond() - first + step - 1) / step);
    StepSeries series = StepSeries.ofSize(steps);
    String[] chosen = new String[steps];
    double[] capacityKw = new double[steps];
    QuantilePicker picker = QuantilePicker.of(query.levels(), newest.levels());
    ForecastAnswer current = null;
    String currentId = null;
    ForecastAnswer last = null;
    ForecastQuery whole = query.ofWholeRun();
    for (int i = 0; i < steps; i++) {
      series.start()[i] = first + (long) i * step;
      series.end()[i] = series.start()[i] + step;
      String runId = issuedBy(runIds, series.start()[i] - 60L * query.horizonMinutes());
      if (runId == null) {
        continue;
      }
      if (!runId.equals(currentId)) {
        currentId = runId;
        current = runs.find(runId).flatMap(run -> source.find(run, whole)).orElse(null);
        last = current == null ? last : current;
      }
      if (current != null && current.copyStep(series, i)) {
        chosen[i] = runId;
        capacityKw[i] = current.site().capacityKw();
      }
    }
    if (last == null) {
      throw source.absent(newest);
    }
    toCapacity(series, capacityKw, last.site().capacityKw());
    return new ForecastAnswer(
        last.subject(),
        last.header(),
        last.site(),
        series,
        picker.levels(),
        query,
        false,
        config.simulated(),
        last.dependence(),
        chosen,
        null);
  }

  /** Fractions of each run's own capacity, which may have changed, as those of the last one's. */
  private static void toCapacity(StepSeries series, double[] ownKw, double capacityKw) {
    for (int i = 0; i < ownKw.length; i++) {
      double part = ownKw[i] / capacityKw;
      if (ownKw[i] > 0 && part != 1) {
        series.mean()[i] *= part;
        double[] quantiles = series.quantiles()[i];
        for (int level = 0; quantiles != null && level < quantiles.length; level++) {
          quantiles[level] *= part;
        }
      }
    }
  }

  /** The newest run of those issued by a time; null if there is none. */
  private static String issuedBy(List<String> runIds, long epochSecond) {
    String stamp = RunHeader.stamp(Instant.ofEpochSecond(epochSecond));
    for (int i = runIds.size() - 1; i >= 0; i--) {
      if (Runs.stampOf(runIds.get(i)).compareTo(stamp) <= 0) {
        return runIds.get(i);
      }
    }
    return null;
  }
}
