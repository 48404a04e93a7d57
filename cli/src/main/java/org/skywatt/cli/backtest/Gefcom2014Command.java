package org.skywatt.cli.backtest;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.skywatt.cli.DirOption;
import org.skywatt.cli.Progress;
import org.skywatt.cli.Sessions;
import org.skywatt.core.forecast.QuantileLevels;
import org.skywatt.core.table.Namespace;
import org.skywatt.core.table.Table;
import org.skywatt.features.job.FeatureJob;
import org.skywatt.features.plan.Issue;
import org.skywatt.models.energy.Energy;
import org.skywatt.models.energy.EnergyMeter;
import org.skywatt.models.evaluate.Evaluated;
import org.skywatt.models.evaluate.Evaluation;
import org.skywatt.models.job.BacktestJob;
import org.skywatt.models.job.Prediction;
import org.skywatt.models.reference.References;
import org.skywatt.models.score.Pinball;
import org.skywatt.models.train.Learner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code skywatt backtest gefcom2014}: the official protocol and scores. */
@Command(
    name = "gefcom2014",
    mixinStandardHelpOptions = true,
    description = {
      "GEFCom2014 by the official protocol: one month a task, training on all months before it.",
      "Scores are mean pinball losses over 0.01 … 0.99, all hours and zones, as a fraction of"
          + " capacity."
    },
    footer = {
      "",
      "Example:",
      "  skywatt backtest gefcom2014 --track wind --data gefcom2014 --tasks 4-9 --json wind.json"
    })
public final class Gefcom2014Command implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private DirOption dir;
  @Mixin private OutputOptions output;
  @Mixin private QuickerOption quicker;
  @Mixin private WithoutOption without;

  @Option(names = "--track", required = true, description = "solar or wind.")
  private Gefcom2014Track track;

  @Option(
      names = "--data",
      required = true,
      paramLabel = "PATH",
      description =
          "The competition's own archive, or a folder with it (GEFCom2014-S_V2.zip,"
              + " GEFCom2014-W_V2.zip) or with solar.csv.gz and wind.csv.gz.")
  private Path data;

  @Option(
      names = "--tasks",
      defaultValue = "4-9",
      description = "Tasks, like 4-9 or 7 (default: ${DEFAULT-VALUE}).")
  private String tasks;

  @Override
  public Integer call() throws Exception {
    TaskRange range = TaskRange.parse(tasks);
    List<Integer> blanked = without.places(track.text(), track.schema().groups());
    Path file = Gefcom2014Data.table(data, track, dir.open());
    PrintWriter out = spec.commandLine().getOut();
    Progress progress = new Progress(out);
    EnergyMeter meter = EnergyMeter.start();
    List<Gefcom2014Report.Task> scores = new ArrayList<>();
    List<Prediction> all = new ArrayList<>();
    List<Learner> references = References.of(track.schema().name(), track == Gefcom2014Track.SOLAR);
    // A month's hours one by one are few: days are the leads.
    Evaluation evaluation = new Evaluation(references.stream().map(Learner::name).toList(), 0);
    Evaluated evaluated;
    try (SparkSession spark = Sessions.open(dir.open())) {
      Namespace namespace = Gefcom2014Ingest.run(spark, dir.open(), track, file, progress);
      requireNwp(spark, namespace, range.last());
      Dataset<Row> features =
          new FeatureJob(spark, namespace)
              .run(
                  track.schema().name() + "-to-" + track.month(range.last()),
                  track.schema(),
                  track.sites(),
                  track.neighbours(),
                  Issue.months(track.firstMonth(), track.month(range.last())));
      progress.say("features written");
      try (BacktestJob job =
          new BacktestJob(
              spark,
              namespace,
              features,
              track.sites(),
              track.blend().quicker(quicker.times()).without(blanked),
              false,
              references)) {
        for (int task : range.list()) {
          List<Prediction> predictions = job.run(start(task), start(task + 1));
          Gefcom2014Report.Task score = score(task, predictions);
          scores.add(score);
          progress.say(line(score));
          evaluate(predictions, evaluation);
          if (output.wantsForecasts()) {
            all.addAll(predictions);
          }
        }
      }
      evaluated = evaluation.scores();
      output.parquet(spark, all, evaluated);
    }
    OptionalDouble mean =
        scores.stream()
            .map(Gefcom2014Report.Task::pinball)
            .filter(Objects::nonNull)
            .mapToDouble(Double::doubleValue)
            .average();
    Energy energy = meter.stop();
    List<BaselineReport> baselines = BaselineReport.of(evaluated);
    baselines.forEach(each -> out.println("  " + each.line()));
    output.html(
        "GEFCom2014, " + track.text() + ", tasks " + tasks,
        "A month a task, trained on all months before it; hours of daylight for solar, unlike the"
            + " official loss, which counts all.",
        evaluated,
        energy,
        progress,
        spec);
    output.json(
        new Gefcom2014Report(
            track.text(),
            scores,
            mean.isPresent() ? mean.getAsDouble() : null,
            baselines,
            evaluated,
            energy.joules(),
            energy.tier().text(),
            progress.seconds()));
    out.printf(
        Locale.ROOT,
        "%s tasks %s: mean pinball %s, %.0f J (%s), %.0f s%n",
        track.text(),
        tasks,
        loss(mean.isPresent() ? mean.getAsDouble() : null),
        energy.joules(),
        energy.tier().text(),
        progress.seconds());
    return 0;
  }

  /** Night tells nothing of calibration: unlike the official loss, this is of daylight. */
  private void evaluate(List<Prediction> predictions, Evaluation evaluation) {
    Map<String, Double> capacityKw = track.capacityKw();
    for (Prediction each : predictions) {
      if (!Double.isNaN(each.truth()) && !each.dark()) {
        evaluation.add(each.scored(capacityKw.get(each.siteId())));
      }
    }
  }

  private Instant start(int task) {
    YearMonth month = track.month(task);
    return month.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
  }

  private Gefcom2014Report.Task score(int task, List<Prediction> predictions) {
    double pinball = 0;
    double benchmark = 0;
    long hours = 0;
    for (Prediction each : predictions) {
      if (!Double.isNaN(each.truth())) {
        pinball += Pinball.mean(QuantileLevels.PERCENTILES, each.percentiles(), each.truth());
        benchmark += Pinball.mean(QuantileLevels.PERCENTILES, each.climatology(), each.truth());
        hours++;
      }
    }
    // The solar benchmark cannot be recomputed from these files.
    boolean hasBenchmark = track == Gefcom2014Track.WIND && hours > 0;
    return new Gefcom2014Report.Task(
        task, hours > 0 ? pinball / hours : null, hasBenchmark ? benchmark / hours : null, hours);
  }

  private String line(Gefcom2014Report.Task score) {
    return String.format(
        Locale.ROOT,
        "task %d (%s): pinball %s%s, %d hours",
        score.task(),
        track.month(score.task()),
        loss(score.pinball()),
        score.benchmark() == null ? "" : ", benchmark " + loss(score.benchmark()),
        score.hours());
  }

  private static String loss(Double pinball) {
    return pinball == null
        ? "unknown (the data hold no power of then)"
        : String.format(Locale.ROOT, "%.5f", pinball);
  }

  /** Without the NWP of a month there is nothing to forecast it from. */
  private void requireNwp(SparkSession spark, Namespace namespace, int task) throws IOException {
    Instant last =
        spark
            .table(namespace.qualified(Table.NWP_SAMPLES))
            .agg(functions.max("valid_time"))
            .first()
            .<Instant>getAs(0);
    Instant needed = start(task + 1);
    if (last == null || last.isBefore(needed)) {
      throw new IOException(
          "the data end at "
              + last
              + ", but task "
              + task
              + " ("
              + track.month(task)
              + ") needs NWP to "
              + needed
              + ": choose earlier --tasks");
    }
  }
}
