package org.skywatt.cli.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.skywatt.cli.DataHome;
import org.skywatt.core.site.Site;
import org.skywatt.features.job.SiteHistories;
import org.skywatt.features.plan.Issue;
import org.skywatt.models.bundle.BundleStore;
import org.skywatt.models.bundle.ModelBundle;
import org.skywatt.models.job.ForecastJob;
import org.skywatt.models.job.Generations;
import org.skywatt.models.nano.NanoExport;
import org.skywatt.models.publish.PublishedCards;
import org.skywatt.models.publish.PublishedModels;
import org.skywatt.models.publish.SiteRegistry;

/** Forecasts every site at an issue time and writes the run. */
public final class Forecasting {
  private final SiteHistories histories;
  private final DataHome home;
  private final int generations;

  public Forecasting(SiteHistories histories, DataHome home) {
    this(histories, home, 1);
  }

  /**
   * @param generations of models that are blended at most
   */
  public Forecasting(SiteHistories histories, DataHome home, int generations) {
    this.histories = histories;
    this.home = home;
    this.generations = generations;
  }

  /**
   * Forecasts at {@code issueTime} with what was known then, bundles included. Sites of a
   * technology of which no bundle was known are forecast by physics.
   *
   * @param adjusts whether forecasts are moved for their errors of the last days
   * @param folder where the run file goes
   * @return the run file
   */
  public Path run(
      Instant issueTime,
      Duration horizon,
      Duration step,
      Duration every,
      boolean adjusts,
      Path folder)
      throws IOException {
    List<Site> sites = histories.sites(issueTime);
    if (sites.isEmpty()) {
      throw new IOException("no site was known at " + issueTime + ": skywatt ingest sites FILE");
    }
    BundleStore store = new BundleStore(home.bundles());
    Files.createDirectories(folder);
    Issue issue = new Issue(issueTime, step, Math.toIntExact(horizon.dividedBy(step)));
    Map<String, Generations> learned = new TreeMap<>();
    for (String technology : new TreeSet<>(sites.stream().map(Site::technology).toList())) {
      List<ModelBundle> bundles = store.listGenerations(technology, issueTime, generations);
      if (!bundles.isEmpty()) {
        learned.put(technology, Generations.weighed(histories, bundles, issue));
      }
    }
    PublishedCards cards = new PublishedCards(home.published());
    PublishedModels models = new PublishedModels(home.published());
    for (Generations each : learned.values()) {
      for (ModelBundle bundle : each.bundles()) {
        cards.put(bundle.card().id(), store.cardBytes(bundle.card().id()));
        models.put(bundle.card().id(), NanoExport.model(bundle));
      }
    }
    return new ForecastJob(histories).run(sites, learned, issue, every, adjusts, folder);
  }

  /** The sites that a run at {@code issueTime} is about, published for the service. */
  public void publishSites(Instant issueTime) throws IOException {
    SiteRegistry.publish(histories.sites(issueTime), home.published());
  }
}
