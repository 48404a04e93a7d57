package org.skywatt.serving.forecast;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.skywatt.core.run.RunFile;
import org.skywatt.core.run.RunHeader;
import org.skywatt.core.run.RunSite;
import org.skywatt.core.run.SiteForecast;
import org.skywatt.core.run.StaleInput;
import org.skywatt.core.site.SiteId;
import org.skywatt.core.time.Interval;
import org.skywatt.serving.access.CurrentCaller;
import org.skywatt.serving.access.Role;
import org.skywatt.serving.config.SkywattConfig;
import org.skywatt.serving.problem.Problem;
import org.skywatt.serving.problem.ProblemException;
import org.skywatt.serving.run.Runs;
import org.skywatt.serving.site.SiteTable;
import org.skywatt.serving.site.SitesResource;

/** A site's forecast, from the memory-mapped run file; the database is asked only on a miss. */
@Path("/v1/sites/{id}/forecast")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Forecasts")
public class ForecastResource {
  private final Runs runs;
  private final SiteTable sites;
  private final SkywattConfig config;
  private final CurrentCaller caller;

  ForecastResource(Runs runs, SiteTable sites, SkywattConfig config, CurrentCaller caller) {
    this.caller = caller;
    this.runs = runs;
    this.sites = sites;
    this.config = config;
  }

  @GET
  @RolesAllowed(Role.VIEWERS)
  @Operation(
      summary = "The newest forecast of a site",
      description =
          "Mean and quantiles of AC power, step by step. The ETag changes with the run: send it as"
              + " If-None-Match and 304 says that nothing is new. May be called by viewers.")
  @APIResponse(
      responseCode = "200",
      description = "The forecast",
      content = @Content(schema = @Schema(implementation = ForecastJson.class)))
  @APIResponse(responseCode = "304", description = "Nothing is new")
  @APIResponse(
      responseCode = "400",
      description = "invalid-site-id, invalid-unit, invalid-levels, invalid-time or invalid-range",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  @APIResponse(
      responseCode = "404",
      description = "unknown-site or no-forecast",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  @APIResponse(
      responseCode = "503",
      description = "no-run",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  public Response forecast(
      @PathParam("id") String id,
      @Parameter(description = "Only steps that end after this time") @QueryParam("from")
          String from,
      @Parameter(description = "Only steps that start before this time") @QueryParam("to")
          String to,
      @Parameter(description = "Quantile levels of the run, such as 0.1,0.5,0.9; all if absent")
          @QueryParam("levels")
          String levels,
      @Parameter(description = "kw (if absent), mw or fraction") @QueryParam("unit") String unit,
      @Context Request request) {
    SiteId siteId = SitesResource.parse(id);
    TimeRange range = TimeRange.parse(from, to);
    PowerUnit power = unit == null ? PowerUnit.KW : PowerUnit.parse(unit);
    return runs.read(
        run -> {
          SiteForecast forecast =
              run.find(siteId)
                  .filter(each -> caller.get().sees(each.site().organisation()))
                  .orElseThrow(() -> absent(siteId, run));
          LevelSelection selection = LevelSelection.parse(levels, run.header().levels());
          boolean stale = runs.isStale(run.header());
          EntityTag tag = tag(run, stale);
          Response.ResponseBuilder notModified = request.evaluatePreconditions(tag);
          if (notModified != null) {
            return notModified.tag(tag).header(HttpHeaders.CACHE_CONTROL, "no-cache").build();
          }
          return Response.ok(json(run.header(), forecast, range, selection, power, stale))
              .tag(tag)
              .header(HttpHeaders.CACHE_CONTROL, "no-cache")
              .build();
        });
  }

  private static EntityTag tag(RunFile run, boolean stale) {
    String version = run.header().runId() + "." + run.sha256().substring(0, 12);
    return new EntityTag(stale ? version + ".stale" : version, true);
  }

  private ProblemException absent(SiteId id, RunFile run) {
    return sites.find(id, caller.get()).isEmpty()
        ? SitesResource.unknown(id)
        : ProblemException.notFound(
            "no-forecast",
            "site "
                + id
                + " is not in run "
                + run.header().runId()
                + "; the next is expected at "
                + run.header().nextRunExpected());
  }

  private ForecastJson json(
      RunHeader header,
      SiteForecast forecast,
      TimeRange range,
      LevelSelection levels,
      PowerUnit unit,
      boolean stale) {
    RunSite site = forecast.site();
    return new ForecastJson(
        site.siteId().value(),
        header.runId(),
        header.issueTime(),
        header.nextRunExpected(),
        stale,
        config.simulated() ? true : null,
        header.model(),
        site.inputTier().text(),
        site.staleInputs().stream().map(StaleInput::text).toList(),
        site.capacityKw(),
        site.availableKw(),
        unit.text(),
        levels.toArray(),
        header.joules(),
        header.energyTier().text(),
        header.licence(),
        steps(header, forecast, range, levels, unit));
  }

  private static List<ForecastJson.Step> steps(
      RunHeader header,
      SiteForecast forecast,
      TimeRange range,
      LevelSelection levels,
      PowerUnit unit) {
    double capacityKw = forecast.site().capacityKw();
    List<ForecastJson.Step> steps = new ArrayList<>(header.steps());
    for (int step = 0; step < header.steps(); step++) {
      Interval interval = header.interval(step);
      if (!range.overlaps(interval)) {
        continue;
      }
      Double[] values = null;
      if (!forecast.isMissing(step)) {
        values = new Double[levels.size()];
        for (int i = 0; i < values.length; i++) {
          values[i] = unit.of(forecast.quantile(step, levels.index(i)), capacityKw);
        }
      }
      steps.add(
          new ForecastJson.Step(
              interval.start(), interval.end(), unit.of(forecast.mean(step), capacityKw), values));
    }
    return steps;
  }
}
