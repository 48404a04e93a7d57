package org.skywatt.models.job;

import java.io.IOException;
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
   * @param bundles by technology; sites of a technology without one are forecast by physics
   * @param every time until the next run
   * @param adjusts whether forecasts are moved for their errors of the last days ({@link Adjuster})
   * @return the run file
   */
  public Path run(
      List<Site> sites,
      Map<String, ModelBundle> bundles,
      Issue issue,
      Duration every,
      boolean adjusts,
      Path folder)
      throws IOException {
    List<TaskForecast> forecasts = new ArrayList<>();
    List<String> models = new ArrayList<>();
    double joules = 0;
    Map<String, List<Site>> byTechnology = new TreeMap<>();
    sites.forEach(
        site ->
            byTechnology.computeIfAbsent(site.technology(), any -> new ArrayList<>()).add(site));
    for (Map.Entry<String, List<Site>> each : byTechnology.entrySet()) {
      ModelBundle bundle = bundles.get(each.getKey());
      models.add(bundle == null ? PHYSICAL + each.getKey() : bundle.card().id());
      Instant first =
          bundle == null || !adjusts
              ? issue.issueTime()
              : Adjuster.first(issue.issueTime(), fitUntil(bundle));
      List<TaskForecast> made = forecast(each.getValue(), bundle, issue, first);
      joules += joules(made, bundle, issue.steps());
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
            String.join("+", models),
            joules,
            worstTier(bundles, bundles.size() < byTechnology.size()),
            issue.issueTime().plus(every),
            licence(bundles));
    Path file = folder.resolve(runId + ".arrow");
    try (RunFileWriter writer = RunFileWriter.create(file, header)) {
      for (TaskForecast forecast : forecasts) {
        writer.add(forecast.toSiteForecast());
      }
      String unused = writer.commit();
    }
    return file;
  }

  private static Instant fitUntil(ModelBundle bundle) {
    return Instant.parse(bundle.card().fitUntil());
  }

  /**
   * @param first oldest issue that is made again to adjust by; that of {@code issue} for none
   */
  private List<TaskForecast> forecast(
      List<Site> sites, ModelBundle bundle, Issue issue, Instant first) {
    Instant from = first.minus(FeatureJob.LOOK_BACK);
    Instant to = issue.interval(issue.steps() - 1).end().plus(FeatureJob.LOOK_AHEAD);
    Map<String, List<String>> neighbours =
        bundle == null
            ? Map.of() // physics asks for none
            : Neighbours.of(histories.sites(issue.issueTime()));
    ModelBundle.Shipped shipped = bundle == null ? null : bundle.shipped();
    boolean adjusts = first.isBefore(issue.issueTime());
    Instant fitUntil = bundle == null ? null : fitUntil(bundle);
    return histories.collect(
        sites, neighbours, from, to, each -> forecast(each, shipped, issue, adjusts, fitUntil));
  }

  private static Iterator<TaskForecast> forecast(
      Iterator<SiteHistory> histories,
      ModelBundle.Shipped bundle,
      Issue issue,
      boolean adjusts,
      Instant fitUntil)
      throws IOException {
    List<TaskForecast> forecasts = new ArrayList<>();
    if (bundle == null) {
      SiteForecaster physical = new SiteForecaster(new PhysicalModel(), LEVELS);
      histories.forEachRemaining(
          history -> forecasts.add(TaskForecast.of(physical.forecast(history, issue), 0)));
      return forecasts.iterator();
    }
    LearnedModel learned = new LearnedModel(Schemas.get(bundle.schemaName()), bundle.load());
    SiteForecaster forecaster = new SiteForecaster(learned, LEVELS);
    Adjuster adjuster = new Adjuster(learned, fitUntil);
    Adjuster.Found nothing = new Adjuster.Found(Adjustment.NONE, 0);
    while (histories.hasNext()) {
      SiteHistory history = histories.next();
      Adjuster.Found found = adjusts ? adjuster.find(history, issue) : nothing;
      forecasts.add(
          TaskForecast.of(forecaster.forecast(history, issue, found.adjustment()), found.made()));
    }
    return forecasts.iterator();
  }

  /** Those that were made of the past to adjust by are counted. */
  private static double joules(List<TaskForecast> made, ModelBundle bundle, int steps) {
    long forecasts = made.size();
    for (TaskForecast each : made) {
      forecasts += each.pastMade();
    }
    return forecasts
        * steps
        * (bundle == null ? PHYSICAL_JOULES_A_STEP : bundle.card().joulesPerForecast());
  }

  private static EnergyTier worstTier(Map<String, ModelBundle> bundles, boolean physical) {
    EnergyTier learned =
        bundles.values().stream()
            .map(bundle -> EnergyTier.parse(bundle.card().energyTier()))
            .max(Comparator.naturalOrder())
            .orElse(EnergyTier.CONSTANT);
    return physical ? EnergyTier.CONSTANT : learned;
  }

  private static String licence(Map<String, ModelBundle> bundles) {
    return bundles.isEmpty()
        ? "as the weather model's provider says"
        : String.join(
            "; ",
            bundles.values().stream().map(bundle -> bundle.card().licence()).distinct().toList());
  }
}
