package org.skywatt.models.job;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import org.skywatt.core.site.Site;
import org.skywatt.features.schema.Schemas;
import org.skywatt.models.bundle.BundleStore;
import org.skywatt.models.bundle.Card;
import org.skywatt.models.bundle.Ladder;
import org.skywatt.models.bundle.ModelBundle;
import org.skywatt.models.energy.Energy;
import org.skywatt.models.energy.EnergyMeter;
import org.skywatt.models.energy.Footprint;
import org.skywatt.models.score.PairedBootstrap;
import org.skywatt.models.train.ModelSize;
import org.skywatt.models.train.Recipe;

/** Puts together what was learned and judged of each size, and what it cost. */
final class Bundles {
  private static final int HOURS_A_YEAR = 8760;
  private static final long SECOND = 1_000_000_000L; // ns
  private static final int TRAININGS_A_SIZE = 2; // one is judged, one is kept

  private final Recipe full;
  private final TrainJob.Task task;
  private final EnergyMeter meter;
  private final Energy training;

  /**
   * @param spent energy spent before
   * @param meter started when the training did
   */
  Bundles(Recipe full, TrainJob.Task task, Energy spent, EnergyMeter meter) {
    this.full = full;
    this.task = task;
    this.meter = meter;
    this.training = spent.plus(meter.stop());
  }

  /**
   * A bundle a size, the smallest first.
   *
   * @param fitted the smallest first
   * @param judged in the same order
   */
  List<ModelBundle> of(List<FittedSize> fitted, List<JudgedSize> judged) {
    Ladder ladder = ladder(fitted, judged);
    List<ModelBundle> bundles = new ArrayList<>();
    for (int i = 0; i < fitted.size(); i++) {
      FittedSize one = fitted.get(i);
      Recipe recipe = one.size().of(full);
      Card card = card(one, judged.get(i), ladder, i).disclosed();
      bundles.add(
          new ModelBundle(
              card, Schemas.get(recipe.schema()), recipe.levels(), one.model(), one.calibration()));
    }
    return bundles;
  }

  private Ladder ladder(List<FittedSize> fitted, List<JudgedSize> judged) {
    int last = fitted.size() - 1;
    long yearSteps = (long) HOURS_A_YEAR * task.sites().size() * task.steps();
    double[] own = new double[fitted.size()];
    double[] step = new double[own.length];
    double shared = training.joules();
    for (int i = 0; i < own.length; i++) {
      own[i] = meter.partOf(fitted.get(i).cpuNanos() + judged.get(i).cpuNanos());
      step[i] = meter.partOf(SECOND) * median(fitted.get(i).forecastNanos()) / SECOND;
      shared -= own[i];
    }
    shared = Math.max(0, shared);
    double fullYear = own[last] + yearSteps * step[last];
    List<Ladder.Rung> rungs = new ArrayList<>();
    int days = 0;
    for (int i = 0; i < own.length; i++) {
      PairedBootstrap paired = judged.get(i).against(judged.get(last));
      double year = own[i] + yearSteps * step[i];
      rungs.add(
          new Ladder.Rung(
              id(fitted.get(i).size()),
              fitted.get(i).size().text(),
              fitted.get(i).trees(),
              fitted.get(i).model().length,
              paired.second(),
              paired.change(),
              paired.lower(),
              paired.upper(),
              own[i],
              step[i],
              year,
              1 - year / fullYear,
              1 - (year + shared) / (fullYear + shared)));
      days = paired.days();
    }
    return Ladder.of(days, shared, yearSteps, rungs);
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }

  private String id(ModelSize size) {
    return BundleStore.id(technology(), task.fitUntil(), size);
  }

  private String technology() {
    return task.sites().get(0).technology();
  }

  private Card card(FittedSize one, JudgedSize judged, Ladder ladder, int index) {
    LeadScores scores = judged.scores();
    Ladder.Rung rung = ladder.rungs().get(index);
    int trials = task.tuningTrials() + TRAININGS_A_SIZE * ModelSize.values().length;
    double joules = ladder.sharedJoules() + rung.joules();
    double joulesANano = meter.partOf(SECOND) / SECOND;
    DoubleSummaryStatistics steps =
        ladder.rungs().stream().mapToDouble(Ladder.Rung::joulesPerForecast).summaryStatistics();
    Footprint footprint =
        Footprint.of(
            Arrays.stream(one.forecastNanos()).map(nanos -> nanos * joulesANano).toArray(),
            one.rows(),
            trials,
            joules,
            steps.getMin(),
            steps.getMax(),
            task.grid());
    return new Card(
        rung.id(),
        technology(),
        one.size().of(full).name(),
        task.fitUntil().toString(),
        Instant.ofEpochSecond(one.firstValid()).toString(),
        task.snapshotIds(),
        task.sites().stream().map((Site site) -> site.id().value()).toList(),
        one.rows(),
        trials,
        rung.sizeBytes(),
        new Card.Validation(task.validateFrom().toString(), scores.overall(), scores.leads()),
        joules,
        training.tier().text(),
        rung.joulesPerForecast(),
        task.simulated() ? "SIMULATED data, no licence needed" : "see the data's own licences",
        task.simulated(),
        rung.size(),
        rung.trees(),
        one.nodes(),
        ladder,
        footprint,
        null);
  }
}
