package org.skywatt.cli.backtest;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.SparkSession;
import org.skywatt.cli.Json;
import org.skywatt.cli.Progress;
import org.skywatt.cli.pipeline.SkillTable;
import org.skywatt.models.energy.Energy;
import org.skywatt.models.job.LeadScores;
import org.skywatt.models.job.Prediction;
import picocli.CommandLine.Option;

/** What a backtest writes, the same options in every one. */
final class OutputOptions {
  @Option(names = "--json", paramLabel = "FILE", description = "Write the scores as JSON.")
  private Path json;

  @Option(
      names = "--forecasts",
      paramLabel = "FILE",
      description = "Write every row with its 99 quantiles as Parquet.")
  private Path forecasts;

  boolean wantsForecasts() {
    return forecasts != null;
  }

  /** Writes the forecasts where they are wanted. */
  void forecasts(SparkSession spark, List<Prediction> predictions) throws IOException {
    if (wantsForecasts()) {
      PredictionFile.write(spark, predictions, forecasts);
    }
  }

  /** Writes the scores where they are wanted. */
  void json(Object report) throws IOException {
    if (json != null) {
      Json.write(json, report);
    }
  }

  /**
   * Prints the scores by lead, and writes them where they are wanted.
   *
   * @param baselines how the forecasts stand against others; null where nobody compared
   */
  void scores(
      String dataset,
      LeadScores scores,
      List<BaselineReport> baselines,
      Energy energy,
      Progress progress,
      PrintWriter out)
      throws IOException {
    SkillTable.print(scores.leads(), scores.overall(), out);
    if (baselines != null) {
      baselines.forEach(each -> out.println("  " + each.line()));
    }
    out.printf(
        Locale.ROOT,
        "%s: %d issues, %.0f J (%s), %.0f s%n",
        dataset,
        scores.issues(),
        energy.joules(),
        energy.tier().text(),
        progress.seconds());
    json(
        new LeadReport(
            dataset,
            scores.issues(),
            scores.leads(),
            scores.overall(),
            baselines,
            energy.joules(),
            energy.tier().text(),
            progress.seconds()));
  }
}
