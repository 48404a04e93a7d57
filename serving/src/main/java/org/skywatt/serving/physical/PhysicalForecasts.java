package org.skywatt.serving.physical;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import org.skywatt.core.field.FieldsFile;
import org.skywatt.core.field.FieldsFileException;
import org.skywatt.core.field.FieldsHeader;
import org.skywatt.core.forecast.QuantileLevels;
import org.skywatt.core.run.EnergyTier;
import org.skywatt.core.run.InputTier;
import org.skywatt.core.run.RunHeader;
import org.skywatt.core.run.RunSite;
import org.skywatt.core.run.SiteForecast;
import org.skywatt.core.run.StaleInput;
import org.skywatt.core.site.Site;
import org.skywatt.core.site.SolarSite;
import org.skywatt.core.variable.Variable;
import org.skywatt.features.plan.Issue;
import org.skywatt.features.view.SiteHistory;
import org.skywatt.models.physical.PhysicalModel;
import org.skywatt.models.predict.SiteForecaster;
import org.skywatt.serving.fields.Fields;

/** Samples the published weather at a site and forecasts it by physics, from now on. */
@ApplicationScoped
public class PhysicalForecasts {
  private static final QuantileLevels LEVELS =
      QuantileLevels.of(0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95);
  private static final Duration STEP = Duration.ofMinutes(30);
  private static final int STEPS = 96;

  private final Fields fields;
  private final Clock clock;

  PhysicalForecasts(Fields fields, Clock clock) {
    this.fields = fields;
    this.clock = clock;
  }

  /** The forecast, if published weather covers the site and reaches into the future. */
  public Optional<DirectForecast> find(Site site) {
    Optional<FieldsFile> weather =
        fields.find(site.location().latitude(), site.location().longitude());
    if (weather.isEmpty()) {
      return Optional.empty();
    }
    try {
      return forecast(site, weather.get());
    } catch (FieldsFileException e) {
      fields.retire(weather.get(), e);
      return Optional.empty();
    }
  }

  private Optional<DirectForecast> forecast(Site site, FieldsFile weather) {
    long started = System.nanoTime();
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    NavigableSet<Instant> times = SampledWeather.times(weather);
    if (times.isEmpty() || !times.last().isAfter(now)) {
      return Optional.empty();
    }
    int steps = (int) Math.min(STEPS, Duration.between(now, times.last()).dividedBy(STEP));
    if (steps == 0) {
      return Optional.empty();
    }
    Issue issue = new Issue(now, STEP, steps);
    SiteHistory history =
        new SiteHistory(
            site,
            SampledWeather.at(site.location(), weather),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    SiteForecast forecast =
        new SiteForecaster(new PhysicalModel(), LEVELS).forecast(history, issue);
    double joules = DirectForecast.joulesSince(started);
    return Optional.of(
        new DirectForecast(
            header(weather.header(), issue, joules), inputs(site, weather, forecast), forecast));
  }

  /** Weather is interpolated between its steps, so every step here has it, or none. */
  private static RunSite inputs(Site site, FieldsFile weather, SiteForecast forecast) {
    boolean known =
        site instanceof SolarSite
            ? !weather.validTimes(Variable.GHI).isEmpty()
            : !weather.validTimes(Variable.WIND_U_10M).isEmpty()
                || !weather.validTimes(Variable.WIND_U_100M).isEmpty();
    RunSite found = forecast.site();
    return known
        ? new RunSite(
            found.siteId(),
            found.organisation(),
            found.capacityKw(),
            found.availableKw(),
            InputTier.NO_SATELLITE,
            Set.of(StaleInput.SATELLITE, StaleInput.GENERATION))
        : found;
  }

  private static RunHeader header(FieldsHeader weather, Issue issue, double joules) {
    return new RunHeader(
        RunHeader.stamp(issue.issueTime()) + "-physical",
        issue.issueTime(),
        issue.interval(0).start(),
        (int) STEP.toSeconds(),
        issue.steps(),
        LEVELS,
        "physical/" + weather.source() + "@" + RunHeader.stamp(weather.initTime()),
        joules,
        EnergyTier.CONSTANT,
        issue.issueTime().plus(STEP),
        weather.licence());
  }
}
