package org.skywatt.cli.backtest;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.skywatt.cli.Json;
import org.skywatt.cli.Progress;
import org.skywatt.cli.pipeline.SkillTable;
import org.skywatt.cli.report.About;
import org.skywatt.cli.report.ReportPage;
import org.skywatt.models.energy.Energy;
import org.skywatt.models.evaluate.Evaluated;
import org.skywatt.models.job.Prediction;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** What a backtest writes, the same options in every one. */
final class OutputOptions {
  @Option(names = "--json", paramLabel = "FILE", description = "Write the scores as JSON.")
  private Path json;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "Write a report with plots as one HTML file.")
  private Path html;

  @Option(
      names = "--scores",
      paramLabel = "FILE",
      description = "Write the scores of every slice as Parquet, a row a slice.")
  private Path scores;

  @Option(
      names = "--forecasts",
      paramLabel = "FILE",
      description = "Write every row with its 99 quantiles as Parquet.")
  private Path forecasts;

  boolean wantsParquet() {
    return forecasts != null || scores != null;
  }

  boolean wantsForecasts() {
    return forecasts != null;
  }

  /** Writes the forecasts and the scores as Parquet where they are wanted. */
  void parquet(SparkSession spark, List<Prediction> predictions, Evaluated evaluated)
      throws IOException {
    if (forecasts != null) {
      PredictionFile.write(spark, predictions, forecasts);
    }
    parquet(spark, evaluated);
  }

  /**
   * Writes forecasts where they are wanted.
   *
   * @param rows with the columns of a forecast file among others, in their order
   */
  void forecasts(Dataset<Row> rows) throws IOException {
    if (forecasts != null) {
      ParquetFile.write(rows.select("site_id", "issue_time", "valid_time", "quantiles"), forecasts);
    }
  }

  /** Writes the scores as Parquet where they are wanted. */
  void parquet(SparkSession spark, Evaluated evaluated) throws IOException {
    if (scores != null) {
      ScoreFile.write(spark, evaluated, scores);
    }
  }

  /** Writes the scores where they are wanted. */
  void json(Object report) throws IOException {
    if (json != null) {
      Json.write(json, report);
    }
  }

  /**
   * Writes the report where it is wanted.
   *
   * @param spec of the command, whose words the report tells
   */
  void html(
      String title,
      String scope,
      Evaluated evaluated,
      Energy energy,
      Progress progress,
      CommandSpec spec)
      throws IOException {
    if (html != null) {
      List<String> words = spec.root().commandLine().getParseResult().originalArgs();
      About about =
          new About(
              title,
              scope,
              "skywatt " + String.join(" ", words),
              energy.joules(),
              energy.tier().text(),
              progress.seconds());
      ReportPage.write(html, about, evaluated);
      progress.say("report: " + html);
    }
  }

  /** Prints the scores by lead, and writes them where they are wanted. */
  void scores(Outcome outcome, Energy energy, Progress progress, CommandSpec spec)
      throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    List<BaselineReport> baselines = BaselineReport.of(outcome.evaluated());
    SkillTable.print(outcome.scores().leads(), outcome.scores().overall(), out);
    baselines.forEach(each -> out.println("  " + each.line()));
    html(outcome.title(), outcome.scope(), outcome.evaluated(), energy, progress, spec);
    out.printf(
        Locale.ROOT,
        "%s: %d issues, %.0f J (%s), %.0f s%n",
        outcome.dataset(),
        outcome.scores().issues(),
        energy.joules(),
        energy.tier().text(),
        progress.seconds());
    json(
        new LeadReport(
            outcome.dataset(),
            outcome.scores().issues(),
            outcome.scores().leads(),
            outcome.scores().overall(),
            baselines,
            outcome.evaluated(),
            energy.joules(),
            energy.tier().text(),
            progress.seconds()));
  }
}
