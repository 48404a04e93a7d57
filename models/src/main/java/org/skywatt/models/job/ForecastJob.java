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
import org.apache.spark.sql.SparkSession;
import org.skywatt.core.forecast.QuantileLevels;
import org.skywatt.core.run.EnergyTier;
import org.skywatt.core.run.InputTier;
import org.skywatt.core.run.RunFileWriter;
import org.skywatt.core.run.RunHeader;
import org.skywatt.core.run.RunSite;
import org.skywatt.core.run.SiteForecast;
import org.skywatt.core.run.StaleInput;
import org.skywatt.core.site.Site;
import org.skywatt.core.site.SiteId;
import org.skywatt.core.table.Namespace;
import org.skywatt.features.job.Histories;
import org.skywatt.features.plan.Issue;
import org.skywatt.features.schema.Schemas;
import org.skywatt.features.view.SiteHistory;
import org.skywatt.models.bundle.ModelBundle;
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

  private static final Duration LOOK_BACK = Duration.ofDays(9);
  private static final Duration LOOK_AHEAD = Duration.ofHours(24);

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

  private final SparkSession spark;
  private final Namespace namespace;

  public ForecastJob(SparkSession spark, Namespace namespace) {
    this.spark = spark;
    this.namespace = namespace;
  }

  /**
   * Forecasts {@code sites} and publishes the run in {@code folder}.
   *
   * @param bundles by technology, one for each technology among the sites
   * @param every time until the next run
   * @return the run file
   */
  public Path run(
      List<Site> sites, Map<String, ModelBundle> bundles, Issue issue, Duration every, Path folder)
      throws IOException {
    List<Forecast> forecasts = new ArrayList<>();
    for (Map.Entry<String, ModelBundle> bundle : bundles.entrySet()) {
      List<Site> own =
          sites.stream().filter(site -> site.technology().equals(bundle.getKey())).toList();
      forecasts.addAll(forecast(own, bundle.getValue().shipped(), issue));
    }
    forecasts.sort(Comparator.comparing(Forecast::siteId));
    String models =
        String.join("+", bundles.values().stream().map(bundle -> bundle.card().id()).toList());
    String runId = RunHeader.stamp(issue.issueTime());
    RunHeader header =
        new RunHeader(
            runId,
            issue.issueTime(),
            issue.interval(0).start(),
            Math.toIntExact(issue.step().toSeconds()),
            issue.steps(),
            LEVELS,
            models,
            joules(sites, bundles, issue),
            worstTier(bundles),
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
    Instant from = issue.issueTime().minus(LOOK_BACK);
    Instant to = issue.interval(issue.steps() - 1).end().plus(LOOK_AHEAD);
    return new Histories(spark, namespace)
        .of(sites, Map.of(), from, to)
        .mapPartitions(histories -> forecast(histories, bundle, issue))
        .collect();
  }

  private static Iterator<Forecast> forecast(
      Iterator<SiteHistory> histories, ModelBundle.Shipped bundle, Issue issue) throws IOException {
    List<Forecast> forecasts = new ArrayList<>();
    try (SiteModel model = bundle.load()) {
      SiteForecaster forecaster =
          new SiteForecaster(Schemas.get(bundle.schemaName()), model, LEVELS);
      while (histories.hasNext()) {
        forecasts.add(Forecast.of(forecaster.forecast(histories.next(), issue)));
      }
    }
    return forecasts.iterator();
  }

  private static double joules(List<Site> sites, Map<String, ModelBundle> bundles, Issue issue) {
    double joules = 0;
    for (Site site : sites) {
      joules += bundles.get(site.technology()).card().joulesPerForecast() * issue.steps();
    }
    return joules;
  }

  private static EnergyTier worstTier(Map<String, ModelBundle> bundles) {
    return bundles.values().stream()
        .map(bundle -> EnergyTier.parse(bundle.card().energyTier()))
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  private static String licence(Map<String, ModelBundle> bundles) {
    return String.join(
        "; ", bundles.values().stream().map(bundle -> bundle.card().licence()).distinct().toList());
  }
}
