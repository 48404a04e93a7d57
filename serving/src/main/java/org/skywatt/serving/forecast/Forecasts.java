package org.skywatt.serving.forecast;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.skywatt.core.run.RunFile;
import org.skywatt.core.run.RunHeader;
import org.skywatt.core.run.RunSite;
import org.skywatt.core.run.SiteForecast;
import org.skywatt.core.site.Site;
import org.skywatt.core.site.SiteId;
import org.skywatt.serving.access.Caller;
import org.skywatt.serving.availability.Caps;
import org.skywatt.serving.config.SkywattConfig;
import org.skywatt.serving.physical.PhysicalForecast;
import org.skywatt.serving.physical.PhysicalForecasts;
import org.skywatt.serving.problem.ProblemException;
import org.skywatt.serving.run.Runs;
import org.skywatt.serving.site.SiteTable;
import org.skywatt.serving.site.SitesResource;

/** Finds the forecast that answers a question, in one run or in several. */
@ApplicationScoped
public class Forecasts {
  /** Said of quantiles over several steps or sites. */
  static final String FULL = "full";

  private static final String PHYSICAL = "physical";

  private final Runs runs;
  private final SiteTable sites;
  private final Caps caps;
  private final SkywattConfig config;
  private final PhysicalForecasts physical;

  Forecasts(
      Runs runs, SiteTable sites, Caps caps, SkywattConfig config, PhysicalForecasts physical) {
    this.runs = runs;
    this.sites = sites;
    this.caps = caps;
    this.config = config;
    this.physical = physical;
  }

  /** The site's forecast in this run, if the run has it and the caller sees it. Never waits. */
  Optional<ForecastAnswer> find(RunFile run, SiteId id, Caller caller, ForecastQuery query) {
    return run.find(id)
        .filter(each -> caller.sees(each.site().organisation()))
        .map(each -> answer(run.header(), each.site(), each, query, runs.isStale(run.header())));
  }

  /**
   * The answer, wherever it comes from. May wait for files and the database.
   *
   * @throws ProblemException (400, 404, 422, 503) if there is none
   */
  public ForecastAnswer get(SiteId id, Caller caller, ForecastParameters parameters) {
    ForecastQuery query = parameters.parse();
    if (query.isOfNewest()) {
      Optional<ForecastAnswer> newest = runs.read(run -> find(run, id, caller, query));
      if (newest.isPresent()) {
        return newest.get();
      }
    }
    return get(id, caller, query);
  }

  /**
   * The answer of some run that is not the newest, of several, or of none. May wait for files and
   * the database.
   *
   * @throws ProblemException (404, 422) if there is none
   */
  ForecastAnswer get(SiteId id, Caller caller, ForecastQuery query) {
    if (PHYSICAL.equals(query.model())) {
      Site site = sites.find(id, caller).orElseThrow(() -> SitesResource.unknown(id));
      return physical(site, query);
    }
    if (query.horizonMinutes() != null) {
      return atHorizon(id, caller, query);
    }
    if (!query.isOfNewest()) {
      RunFile run = runs.get(query.issuedBy(), query.model());
      return find(run, id, caller, query).orElseThrow(() -> absent(id, caller, run.header()));
    }
    Site site = sites.find(id, caller).orElseThrow(() -> SitesResource.unknown(id));
    RunHeader newest = runs.read(RunFile::header);
    return physical
        .find(site)
        .map(each -> answer(each, query))
        .orElseThrow(() -> absent(id, caller, newest));
  }

  private ForecastAnswer physical(Site site, ForecastQuery query) {
    PhysicalForecast found =
        physical
            .find(site)
            .orElseThrow(
                () ->
                    ProblemException.unanswerable(
                        "no-weather", "no published weather covers the site now"));
    return answer(found, query);
  }

  /** An answer by physics. */
  ForecastAnswer answer(PhysicalForecast found, ForecastQuery query) {
    return answer(found.header(), found.site(), found.forecast(), query, false);
  }

  private ForecastAnswer answer(
      RunHeader header, RunSite site, SiteForecast forecast, ForecastQuery query, boolean stale) {
    QuantilePicker picker = QuantilePicker.of(query.levels(), header.levels());
    String id = site.siteId().value();
    int seconds = query.resolution().stepSeconds();
    boolean own = seconds == 0 || (seconds == header.stepSeconds() && isAligned(header));
    StepSeries series =
        StepSeries.of(header, forecast, own ? query.range() : TimeRange.ALL, picker, caps.of(id));
    return new ForecastAnswer(
        header,
        site,
        own ? series : series.onto(seconds, query.range()),
        picker.levels(),
        query,
        stale,
        config.simulated(),
        own || seconds <= header.stepSeconds() ? null : FULL,
        null);
  }

  private static boolean isAligned(RunHeader header) {
    return header.firstStart().getEpochSecond() % header.stepSeconds() == 0;
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

  private ForecastAnswer atHorizon(SiteId id, Caller caller, ForecastQuery query) {
    List<String> runIds = runs.runIds();
    RunHeader newest = runs.read(RunFile::header);
    int step = newest.stepSeconds();
    long first = Math.floorDiv(query.range().from().getEpochSecond(), step) * (long) step;
    int steps = (int) ((query.range().to().getEpochSecond() - first + step - 1) / step);
    StepSeries series = StepSeries.ofSize(steps);
    String[] chosen = new String[steps];
    QuantilePicker picker = QuantilePicker.of(query.levels(), newest.levels());
    ForecastAnswer current = null;
    String currentId = null;
    ForecastAnswer last = null;
    ForecastQuery whole = query.ofWholeRun();
    for (int i = 0; i < steps; i++) {
      series.start()[i] = first + (long) i * step;
      series.end()[i] = series.start()[i] + step;
      String runId = issuedBy(runIds, series.start()[i] - 60L * query.horizonMinutes());
      if (runId == null) {
        continue;
      }
      if (!runId.equals(currentId)) {
        currentId = runId;
        current = runs.find(runId).flatMap(run -> find(run, id, caller, whole)).orElse(null);
        last = current == null ? last : current;
      }
      if (current != null && current.copyStep(series, i)) {
        chosen[i] = runId;
      }
    }
    if (last == null) {
      throw absent(id, caller, newest);
    }
    return new ForecastAnswer(
        last.header(),
        last.site(),
        series,
        picker.levels(),
        query,
        false,
        config.simulated(),
        null,
        chosen);
  }

  /** The newest run of those issued by a time; null if there is none. */
  private static String issuedBy(List<String> runIds, long epochSecond) {
    String stamp = RunHeader.stamp(Instant.ofEpochSecond(epochSecond));
    for (int i = runIds.size() - 1; i >= 0; i--) {
      if (Runs.stampOf(runIds.get(i)).compareTo(stamp) <= 0) {
        return runIds.get(i);
      }
    }
    return null;
  }
}
