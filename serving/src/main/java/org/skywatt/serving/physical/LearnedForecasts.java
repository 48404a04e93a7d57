package org.skywatt.serving.physical;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import org.skywatt.core.field.FieldsFile;
import org.skywatt.core.field.FieldsFileException;
import org.skywatt.core.run.EnergyTier;
import org.skywatt.core.run.RunFile;
import org.skywatt.core.run.RunHeader;
import org.skywatt.core.run.SiteForecast;
import org.skywatt.core.sample.NwpSample;
import org.skywatt.core.site.Site;
import org.skywatt.core.time.Steps;
import org.skywatt.features.plan.Issue;
import org.skywatt.features.view.SiteHistory;
import org.skywatt.models.nano.NanoModel;
import org.skywatt.models.predict.SiteForecaster;
import org.skywatt.serving.fields.Fields;
import org.skywatt.serving.run.Runs;

/**
 * Forecasts a site that no run has by the model of the newest run, from the published weather:
 * calibrated for a plant of which no reading, no scan and no terrain is known.
 */
@ApplicationScoped
public class LearnedForecasts {

  private final Fields fields;
  private final Runs runs;
  private final NewSiteModels models;
  private final Clock clock;

  LearnedForecasts(Fields fields, Runs runs, NewSiteModels models, Clock clock) {
    this.fields = fields;
    this.runs = runs;
    this.models = models;
    this.clock = clock;
  }

  /**
   * The forecast in the steps of the newest run, if its model is published, and weather that covers
   * the site and reaches into the future.
   */
  public Optional<DirectForecast> find(Site site) {
    Optional<RunHeader> newest = runs.latest().map(RunFile::header);
    Optional<NanoModel> model = newest.flatMap(run -> models.find(run.model(), site.technology()));
    return model.isEmpty() ? Optional.empty() : find(site, newest.get(), model.get());
  }

  private Optional<DirectForecast> find(Site site, RunHeader newest, NanoModel model) {
    List<FieldsFile> weather = covering(site);
    if (weather.isEmpty()) {
      return Optional.empty();
    }
    try {
      return forecast(site, newest, model, weather);
    } catch (FieldsFileException e) {
      weather.forEach(file -> check(file));
      return Optional.empty();
    }
  }

  /** Of the newest weather's source: the newest run, and the one before if it is still there. */
  private List<FieldsFile> covering(Site site) {
    List<FieldsFile> found = new ArrayList<>();
    double latitude = site.location().latitude();
    double longitude = site.location().longitude();
    for (FieldsFile each : fields.files()) {
      boolean same =
          found.isEmpty() || each.header().source().equals(found.get(0).header().source());
      if (found.size() < 2
          && same
          && each.header().grid().findWeights(latitude, longitude).isPresent()) {
        found.add(each);
      }
    }
    return found;
  }

  private void check(FieldsFile file) {
    try {
      file.verifyChecksum();
    } catch (FieldsFileException e) {
      fields.retire(file, e);
    }
  }

  private Optional<DirectForecast> forecast(
      Site site, RunHeader newest, NanoModel model, List<FieldsFile> weather) {
    long started = System.nanoTime();
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Duration step = Duration.ofSeconds(newest.stepSeconds());
    NavigableSet<Instant> times = SampledWeather.times(weather.get(0));
    Instant begin = Steps.floor(now, step);
    if (times.isEmpty() || Duration.between(begin, times.last()).compareTo(step) < 0) {
      return Optional.empty();
    }
    long told = Duration.between(begin, times.last()).dividedBy(step);
    Issue issue = new Issue(now, step, (int) Math.min(newest.steps(), told));
    List<NwpSample> samples = new ArrayList<>();
    weather.forEach(file -> samples.addAll(SampledWeather.at(site.location(), file)));
    SiteHistory history =
        new SiteHistory(
            site,
            samples,
            SampledWeather.around(site.location(), weather.get(0)),
            List.of(),
            List.of(),
            List.of());
    SiteForecast forecast = new SiteForecaster(model, newest.levels()).forecast(history, issue);
    double joules = DirectForecast.joulesSince(started);
    RunHeader header =
        new RunHeader(
            RunHeader.stamp(now) + "-direct",
            now,
            issue.interval(0).start(),
            newest.stepSeconds(),
            issue.steps(),
            newest.levels(),
            model.id(),
            joules,
            EnergyTier.CONSTANT,
            now.plus(step),
            model.licence());
    return Optional.of(new DirectForecast(header, forecast.site(), forecast));
  }
}
