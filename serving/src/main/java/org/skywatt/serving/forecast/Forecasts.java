package org.skywatt.serving.forecast;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.skywatt.core.run.RunFile;
import org.skywatt.core.run.RunHeader;
import org.skywatt.core.run.RunSite;
import org.skywatt.core.run.SiteForecast;
import org.skywatt.core.site.Site;
import org.skywatt.core.site.SiteId;
import org.skywatt.serving.access.Caller;
import org.skywatt.serving.availability.Caps;
import org.skywatt.serving.availability.LimitsKnown;
import org.skywatt.serving.availability.PowerCap;
import org.skywatt.serving.config.SkywattConfig;
import org.skywatt.serving.physical.DirectForecast;
import org.skywatt.serving.physical.LearnedForecasts;
import org.skywatt.serving.physical.PhysicalForecasts;
import org.skywatt.serving.problem.ProblemException;
import org.skywatt.serving.run.Runs;
import org.skywatt.serving.scenario.JointScenarios;
import org.skywatt.serving.site.SiteTable;
import org.skywatt.serving.site.SitesResource;

/** Finds the forecast that answers a question, in one run or in several. */
@ApplicationScoped
public class Forecasts {
  private static final String PHYSICAL = "physical";

  private final Runs runs;
  private final SiteTable sites;
  private final Caps caps;
  private final SkywattConfig config;
  private final LearnedForecasts learned;
  private final PhysicalForecasts physical;
  private final JointScenarios scenarios;
  private final RunSearch search;

  Forecasts(
      Runs runs,
      SiteTable sites,
      Caps caps,
      SkywattConfig config,
      LearnedForecasts learned,
      PhysicalForecasts physical,
      JointScenarios scenarios,
      RunSearch search) {
    this.scenarios = scenarios;
    this.search = search;
    this.runs = runs;
    this.sites = sites;
    this.caps = caps;
    this.config = config;
    this.learned = learned;
    this.physical = physical;
  }

  /** The answer of this run, if the run has the site and the caller sees it. Never waits. */
  Optional<ForecastAnswer> find(RunFile run, SiteId id, Caller caller, ForecastQuery query) {
    return find(run, id, caller).map(each -> answer(run, each, query));
  }

  /** The site's forecast in this run, if the run has it and the caller sees it. Never waits. */
  Optional<SiteForecast> find(RunFile run, SiteId id, Caller caller) {
    return run.find(id).filter(each -> caller.sees(each.site().organisation()));
  }

  /** The answer out of a site's forecast in this run. */
  ForecastAnswer answer(RunFile run, SiteForecast forecast, ForecastQuery query) {
    return answer(run.header(), forecast.site(), forecast, query, runs.isStale(run.header()));
  }

  /**
   * The answer, wherever it comes from. May wait for files and the database.
   *
   * @throws ProblemException (400, 404, 422, 503) if there is none
   */
  public ForecastAnswer get(SiteId id, Caller caller, ForecastQuery query) {
    if (query.isOfNewest()) {
      Optional<ForecastAnswer> newest = runs.read(run -> find(run, id, caller, query));
      if (newest.isPresent()) {
        return newest.get();
      }
    }
    return elsewhere(id, caller, query);
  }

  /**
   * The answer of some run that is not the newest, of several, or of none. May wait for files and
   * the database.
   *
   * @throws ProblemException (404, 422) if there is none
   */
  private ForecastAnswer elsewhere(SiteId id, Caller caller, ForecastQuery query) {
    if (PHYSICAL.equals(query.model())) {
      Site site = sites.find(id, caller).orElseThrow(() -> SitesResource.unknown(id));
      return byPhysics(site, query);
    }
    if (!query.isOfNewest()) {
      return search.get(source(id, caller), query);
    }
    Site site = sites.find(id, caller).orElseThrow(() -> SitesResource.unknown(id));
    RunHeader newest = runs.read(RunFile::header);
    return learned
        .find(site)
        .or(() -> physical.find(site))
        .map(each -> answer(each, query))
        .orElseThrow(() -> absent(id, caller, newest));
  }

  private ForecastSource source(SiteId id, Caller caller) {
    return new ForecastSource() {
      @Override
      public Optional<ForecastAnswer> find(RunFile run, ForecastQuery query) {
        return Forecasts.this.find(run, id, caller, query);
      }

      @Override
      public ProblemException absent(RunHeader newest) {
        return Forecasts.this.absent(id, caller, newest);
      }
    };
  }

  /** The answer by physics of a site, registered or not; (422) where no weather covers it. */
  public ForecastAnswer byPhysics(Site site, ForecastQuery query) {
    return answer(physical.find(site).orElseThrow(Forecasts::noWeather), query);
  }

  /**
   * The answer of a site that is only described: by the newest run's model, if that is published,
   * else by physics; (422) where no weather covers it.
   */
  ForecastAnswer described(Site site, ForecastQuery query) {
    DirectForecast found =
        learned.find(site).or(() -> physical.find(site)).orElseThrow(Forecasts::noWeather);
    return answer(found, query);
  }

  private static ProblemException noWeather() {
    return ProblemException.unanswerable("no-weather", "no published weather covers the place now");
  }

  private ForecastAnswer answer(DirectForecast found, ForecastQuery query) {
    return answer(found.header(), found.site(), found.forecast(), query, false);
  }

  private ForecastAnswer answer(
      RunHeader header, RunSite site, SiteForecast forecast, ForecastQuery query, boolean stale) {
    Subject subject = Subject.site(site.siteId().value());
    if (query.needsScenarios(header)) {
      return answer(subject, ensemble(header, site, forecast, query.limits()), query, stale);
    }
    QuantilePicker picker = QuantilePicker.of(query.levels(), header.levels());
    boolean own = query.resolution().isOwn(header);
    StepSeries series =
        StepSeries.of(
            header,
            forecast,
            own ? query.range() : TimeRange.ALL,
            picker,
            caps.of(site.siteId().value()).as(query.limits()));
    return new ForecastAnswer(
        subject,
        header,
        site,
        own ? series : series.onto(query.resolution().stepSeconds(), query.range()),
        picker.levels(),
        query,
        stale,
        config.simulated(),
        null,
        null,
        null);
  }

  private Ensemble ensemble(
      RunHeader header, RunSite site, SiteForecast forecast, LimitsKnown limits) {
    PowerCap cap = caps.of(site.siteId().value()).as(limits);
    StepSeries series =
        StepSeries.of(
            header, forecast, TimeRange.ALL, QuantilePicker.of(null, header.levels()), cap);
    return new Ensemble(
        header, site, series, scenarios.of(header, forecast, cap, series.quantiles()));
  }

  /** An answer out of scenarios. */
  public ForecastAnswer answer(
      Subject subject, Ensemble ensemble, ForecastQuery query, boolean stale) {
    RunHeader header = ensemble.header();
    QuantilePicker picker = QuantilePicker.of(query.levels(), header.levels());
    Ensemble.Part part = ensemble.part(query, picker);
    return new ForecastAnswer(
        subject,
        header,
        ensemble.whole(),
        part.series(),
        picker.levels(),
        query,
        stale,
        config.simulated(),
        JointScenarios.DEPENDENCE,
        null,
        part.scenarios());
  }

  private ProblemException absent(SiteId id, Caller caller, RunHeader header) {
    return sites.find(id, caller).isEmpty()
        ? SitesResource.unknown(id)
        : ProblemException.notFound(
            "no-forecast",
            "site "
                + id
                + " is not in run "
                + header.runId()
                + "; the next is expected at "
                + header.nextRunExpected());
  }
}
