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
import org.skywatt.core.run.InputTier;
import org.skywatt.core.run.RunFileWriter;
import org.skywatt.core.run.RunHeader;
import org.skywatt.core.run.RunSite;
import org.skywatt.core.run.SiteForecast;
import org.skywatt.core.run.StaleInput;
import org.skywatt.core.site.Neighbours;
import org.skywatt.core.site.Site;
import org.skywatt.core.site.SiteId;
import org.skywatt.features.job.FeatureJob;
import org.skywatt.features.job.SiteHistories;
import org.skywatt.features.plan.Issue;
import org.skywatt.features.schema.Schemas;
import org.skywatt.features.view.SiteHistory;
import org.skywatt.models.bundle.ModelBundle;
import org.skywatt.models.energy.EnergyMeter;
import org.skywatt.models.physical.PhysicalModel;
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

  /** What crosses from a task to the driver. */
  private record Forecast(
      String siteId,
      String organisation,
      double capacityKw,
      InputTier tier,
      List<StaleInput> stale,
      double[] mean,
      double[][] quantiles)
      implements Serializable {
    static Forecast of(SiteForecast forecast) {
      RunSite site = forecast.site();
      double[] mean = new double[forecast.steps()];
      double[][] quantiles = new double[forecast.steps()][];
      for (int step = 0; step < mean.length; step++) {
        mean[step] = forecast.mean(step);
        quantiles[step] = forecast.quantiles(step);
      }
      return new Forecast(
          site.siteId().value(),
          site.organisation(),
          site.capacityKw(),
          site.inputTier(),
          new ArrayList<>(site.staleInputs()),
          mean,
          quantiles);
    }

    SiteForecast toSiteForecast() {
      RunSite site =
          new RunSite(
              new SiteId(siteId),
              organisation,
              capacityKw,
              capacityKw,
              tier,
              java.util.Set.copyOf(stale));
      return SiteForecast.of(site, LEVELS, mean, quantiles);
    }
  }

  private final SiteHistories histories;

  public ForecastJob(SiteHistories histories) {
    this.histories = histories;
  }

  /**
   * Forecasts {@code sites} and publishes the run in {@code folder}.
   *
   * @param bundles by technology; sites of a technology without one are forecast by physics
   * @param every time until the next run
   * @return the run file
   */
  public Path run(
      List<Site> sites, Map<String, ModelBundle> bundles, Issue issue, Duration every, Path folder)
      throws IOException {
    List<Forecast> forecasts = new ArrayList<>();
    List<String> models = new ArrayList<>();
    Map<String, List<Site>> byTechnology = new TreeMap<>();
    sites.forEach(
        site ->
            byTechnology.computeIfAbsent(site.technology(), any -> new ArrayList<>()).add(site));
    for (Map.Entry<String, List<Site>> each : byTechnology.entrySet()) {
      ModelBundle bundle = bundles.get(each.getKey());
      models.add(bundle == null ? PHYSICAL + each.getKey() : bundle.card().id());
      forecasts.addAll(forecast(each.getValue(), bundle == null ? null : bundle.shipped(), issue));
    }
    forecasts.sort(Comparator.comparing(Forecast::siteId));
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
            joules(sites, bundles, issue),
            worstTier(bundles, bundles.size() < byTechnology.size()),
            issue.issueTime().plus(every),
            licence(bundles));
    Path file = folder.resolve(runId + ".arrow");
    try (RunFileWriter writer = RunFileWriter.create(file, header)) {
      for (Forecast forecast : forecasts) {
        writer.add(forecast.toSiteForecast());
      }
      String unused = writer.commit();
    }
    return file;
  }

  private List<Forecast> forecast(List<Site> sites, ModelBundle.Shipped bundle, Issue issue) {
    Instant from = issue.issueTime().minus(FeatureJob.LOOK_BACK);
    Instant to = issue.interval(issue.steps() - 1).end().plus(FeatureJob.LOOK_AHEAD);
    Map<String, List<String>> neighbours =
        bundle == null
            ? Map.of() // physics asks for none
            : Neighbours.of(histories.sites(issue.issueTime()));
    return histories.collect(sites, neighbours, from, to, each -> forecast(each, bundle, issue));
  }

  private static Iterator<Forecast> forecast(
      Iterator<SiteHistory> histories, ModelBundle.Shipped bundle, Issue issue) throws IOException {
    List<Forecast> forecasts = new ArrayList<>();
    if (bundle == null) {
      SiteForecaster physical = new SiteForecaster(new PhysicalModel(), LEVELS);
      histories.forEachRemaining(
          history -> forecasts.add(Forecast.of(physical.forecast(history, issue))));
      return forecasts.iterator();
    }
    LearnedModel learned = new LearnedModel(Schemas.get(bundle.schemaName()), bundle.load());
    SiteForecaster forecaster = new SiteForecaster(learned, LEVELS);
    while (histories.hasNext()) {
      forecasts.add(Forecast.of(forecaster.forecast(histories.next(), issue)));
    }
    return forecasts.iterator();
  }

  private static double joules(List<Site> sites, Map<String, ModelBundle> bundles, Issue issue) {
    double joules = 0;
    for (Site site : sites) {
      ModelBundle bundle = bundles.get(site.technology());
      joules +=
          issue.steps()
              * (bundle == null ? PHYSICAL_JOULES_A_STEP : bundle.card().joulesPerForecast());
    }
    return joules;
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
