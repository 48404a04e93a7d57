package org.skywatt.models.job;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.skywatt.core.forecast.QuantileLevels;
import org.skywatt.core.run.EnergyTier;
import org.skywatt.core.run.RunFileWriter;
import org.skywatt.core.run.RunHeader;
import org.skywatt.core.site.Neighbours;
import org.skywatt.core.site.Site;
import org.skywatt.features.job.FeatureJob;
import org.skywatt.features.job.SiteHistories;
import org.skywatt.features.plan.Issue;
import org.skywatt.features.schema.Schemas;
import org.skywatt.features.view.SiteHistory;
import org.skywatt.models.adjust.Adjustment;
import org.skywatt.models.bundle.ModelBundle;
import org.skywatt.models.energy.EnergyMeter;
import org.skywatt.models.physical.PhysicalModel;
import org.skywatt.models.predict.Adjuster;
import org.skywatt.models.predict.LearnedModel;
import org.skywatt.models.predict.SiteForecaster;
import org.skywatt.models.train.SiteModel;

/**
 * Forecasts sites at an issue time and writes the run file. The same tables, bundles and issue time
 * give the same bytes: the joules told are those of the bundles' cards, not of this run.
 */
public final class ForecastJob {
  /** Quantiles that a run file holds. */
  public static final QuantileLevels LEVELS =
      QuantileLevels.of(0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95);

  /** What the name of a run's model starts with where nothing was learned. */
  public static final String PHYSICAL = "physical-";

  /** Of one site and step by physics: 100 µs of a core at {@link EnergyMeter#WATTS_A_CORE}. */
  private static final double PHYSICAL_JOULES_A_STEP = 100e-6 * EnergyMeter.WATTS_A_CORE;

  private final SiteHistories histories;

  public ForecastJob(SiteHistories histories) {
    this.histories = histories;
  }

  /**
   * Forecasts {@code sites} and publishes the run in {@code folder}.
   *
   * @param learned by technology; sites of a technology without are forecast by physics
   * @param every time until the next run
   * @param adjusts whether forecasts are moved for their errors of the last days ({@link Adjuster})
   * @return the run file
   */
  public Path run(
      List<Site> sites,
      Map<String, Generations> learned,
      Issue issue,
      Duration every,
      boolean adjusts,
      Path folder)
      throws IOException {
    List<TaskForecast> forecasts = new ArrayList<>();
    List<String> names = new ArrayList<>();
    double joules = 0;
    Map<String, List<Site>> byTechnology = new TreeMap<>();
    sites.forEach(
        site ->
            byTechnology.computeIfAbsent(site.technology(), any -> new ArrayList<>()).add(site));
    for (Map.Entry<String, List<Site>> each : byTechnology.entrySet()) {
      Generations models = learned.get(each.getKey());
      names.add(models == null ? PHYSICAL + each.getKey() : models.name());
      Instant first =
          models == null || !adjusts
              ? issue.issueTime()
              : Adjuster.first(issue.issueTime(), models.fitUntil());
      List<TaskForecast> made = forecast(each.getValue(), models, issue, first);
      joules += joules(made, models, issue.steps());
      forecasts.addAll(made);
    }
    forecasts.sort(Comparator.comparing(TaskForecast::siteId));
    String runId = RunHeader.stamp(issue.issueTime());
    RunHeader header =
        new RunHeader(
            runId,
            issue.issueTime(),
            issue.interval(0).start(),
            Math.toIntExact(issue.step().toSeconds()),
            issue.steps(),
            LEVELS,
            String.join("+", names),
            joules,
            worstTier(learned, learned.size() < byTechnology.size()),
            issue.issueTime().plus(every),
            licence(learned));
    Path file = folder.resolve(runId + ".arrow");
    try (RunFileWriter writer = RunFileWriter.create(file, header)) {
      for (TaskForecast forecast : forecasts) {
        writer.add(forecast.toSiteForecast());
      }
      String unused = writer.commit();
    }
    return file;
  }

  /**
   * @param first oldest issue that is made again to adjust by; that of {@code issue} for none
   */
  private List<TaskForecast> forecast(
      List<Site> sites, Generations models, Issue issue, Instant first) {
    Instant from = first.minus(FeatureJob.LOOK_BACK);
    Instant to = issue.interval(issue.steps() - 1).end().plus(FeatureJob.LOOK_AHEAD);
    Map<String, List<String>> neighbours =
        models == null
            ? Map.of() // physics asks for none
            : Neighbours.of(histories.sites(issue.issueTime()));
    Shipped shipped = models == null ? null : Shipped.of(models);
    boolean adjusts = first.isBefore(issue.issueTime());
    return histories.collect(
        sites, neighbours, from, to, each -> forecast(each, shipped, issue, adjusts));
  }

  /** What a task needs of the models. */
  private record Shipped(List<ModelBundle.Shipped> bundles, List<Double> weights, Instant fitUntil)
      implements Serializable {
    static Shipped of(Generations models) {
      List<ModelBundle.Shipped> bundles = new ArrayList<>();
      models.bundles().forEach(bundle -> bundles.add(bundle.shipped()));
      return new Shipped(bundles, new ArrayList<>(models.weights()), models.fitUntil());
    }

    LearnedModel load() throws IOException {
      List<SiteModel> models = new ArrayList<>();
      for (ModelBundle.Shipped bundle : bundles) {
        models.add(bundle.load());
      }
      return new LearnedModel(Schemas.get(bundles.get(0).schemaName()), models, weights);
    }
  }

  private static Iterator<TaskForecast> forecast(
      Iterator<SiteHistory> histories, Shipped models, Issue issue, boolean adjusts)
      throws IOException {
    List<TaskForecast> forecasts = new ArrayList<>();
    if (models == null) {
      SiteForecaster physical = new SiteForecaster(new PhysicalModel(), LEVELS);
      histories.forEachRemaining(
          history -> forecasts.add(TaskForecast.of(physical.forecast(history, issue), 0)));
      return forecasts.iterator();
    }
    LearnedModel learned = models.load();
    SiteForecaster forecaster = new SiteForecaster(learned, LEVELS);
    Adjuster adjuster = new Adjuster(learned, models.fitUntil());
    Adjuster.Found nothing = new Adjuster.Found(Adjustment.NONE, 0);
    while (histories.hasNext()) {
      SiteHistory history = histories.next();
      Adjuster.Found found = adjusts ? adjuster.find(history, issue) : nothing;
      forecasts.add(
          TaskForecast.of(forecaster.forecast(history, issue, found.adjustment()), found.made()));
    }
    return forecasts.iterator();
  }

  /** Those that were made of the past to adjust by, and to weigh models by, are counted. */
  private static double joules(List<TaskForecast> made, Generations models, int steps) {
    long forecasts = made.size() * (1 + (models == null ? 0 : models.pastMade()));
    for (TaskForecast each : made) {
      forecasts += each.pastMade();
    }
    return forecasts
        * steps
        * (models == null ? PHYSICAL_JOULES_A_STEP : models.joulesPerForecast());
  }

  private static EnergyTier worstTier(Map<String, Generations> learned, boolean physical) {
    EnergyTier worst =
        learned.values().stream()
            .map(Generations::energyTier)
            .max(Comparator.naturalOrder())
            .orElse(EnergyTier.CONSTANT);
    return physical ? EnergyTier.CONSTANT : worst;
  }

  private static String licence(Map<String, Generations> learned) {
    return learned.isEmpty()
        ? "as the weather model's provider says"
        : String.join(
            "; ", learned.values().stream().map(Generations::licence).distinct().toList());
  }
}
