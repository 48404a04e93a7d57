package org.skywatt.serving.forecast;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.skywatt.core.run.RunFile;
import org.skywatt.core.site.SiteId;
import org.skywatt.serving.access.Caller;
import org.skywatt.serving.access.CurrentCaller;
import org.skywatt.serving.access.Role;
import org.skywatt.serving.availability.Caps;
import org.skywatt.serving.format.AnswerCache;
import org.skywatt.serving.format.AnswerFormat;
import org.skywatt.serving.problem.Problem;
import org.skywatt.serving.run.Runs;
import org.skywatt.serving.site.SitesResource;

/** A site's forecast, from the memory-mapped run file; the database is asked only on a miss. */
@Path("/v1/sites/{id}/forecast")
@Produces({MediaType.APPLICATION_JSON, AnswerFormat.CSV_TYPE, AnswerFormat.ARROW_TYPE})
@Tag(name = "Forecasts")
public class ForecastResource {
  private final Runs runs;
  private final Forecasts forecasts;
  private final Caps caps;
  private final CurrentCaller caller;
  private final AnswerCache answers;

  ForecastResource(
      Runs runs, Forecasts forecasts, Caps caps, CurrentCaller caller, AnswerCache answers) {
    this.answers = answers;
    this.runs = runs;
    this.forecasts = forecasts;
    this.caps = caps;
    this.caller = caller;
  }

  @GET
  @RolesAllowed(Role.VIEWERS)
  @Operation(
      summary = "The forecast of a site",
      description =
          "Mean and quantiles of AC power, step by step, as JSON, CSV or an Arrow stream. Outages"
              + " and limits are applied. A site that no run has yet is forecast by physics. The"
              + " ETag changes with the run: send it as If-None-Match and 304 says that nothing is"
              + " new. May be called by viewers.")
  @APIResponse(
      responseCode = "200",
      description = "The forecast",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ForecastJson.class)))
  @APIResponse(responseCode = "304", description = "Nothing is new")
  @APIResponse(
      responseCode = "400",
      description =
          "invalid-site-id, invalid-unit, invalid-levels, invalid-time, invalid-range,"
              + " invalid-resolution, invalid-horizon or invalid-tz",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  @APIResponse(
      responseCode = "404",
      description = "unknown-site, no-forecast, unknown-model or no-run",
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
  public Uni<Response> forecast(
      @PathParam("id") String id,
      @BeanParam ForecastParameters parameters,
      @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Parameter(hidden = true) String ifNoneMatch,
      @Context HttpHeaders headers) {
    SiteId siteId = SitesResource.parse(id);
    ForecastQuery query = parameters.parse();
    Caller who = caller.get();
    AnswerFormat format = AnswerFormat.of(headers);
    if (!query.isOfNewest()) {
      return later(() -> fresh(siteId, who, query, format));
    }
    Supplier<Optional<Response>> newest =
        () -> runs.read(run -> newest(run, siteId, who, query, ifNoneMatch, format));
    if (runs.read(run -> query.needsScenarios(run.header()))) {
      return later(() -> newest.get().orElseGet(() -> fresh(siteId, who, query, format)));
    }
    // From memory, so on the thread that has the request.
    Optional<Response> answer = newest.get();
    return answer.isPresent()
        ? Uni.createFrom().item(answer.get())
        : later(() -> fresh(siteId, who, query, format));
  }

  private Response fresh(SiteId id, Caller who, ForecastQuery query, AnswerFormat format) {
    return EntityTags.fresh(format, forecasts.get(id, who, query).write(format));
  }

  private static Uni<Response> later(Supplier<Response> answer) {
    return Uni.createFrom().item(answer).runSubscriptionOn(Infrastructure.getDefaultExecutor());
  }

  private Optional<Response> newest(
      RunFile run,
      SiteId id,
      Caller who,
      ForecastQuery query,
      String ifNoneMatch,
      AnswerFormat format) {
    boolean stale = runs.isStale(run.header());
    int limits = caps.version();
    return forecasts
        .find(run, id, who)
        .map(
            forecast ->
                EntityTags.answer(
                    EntityTags.of(run, stale, limits, format),
                    ifNoneMatch,
                    format,
                    () ->
                        answers.get(
                            WrittenForecast.of(run, limits, stale, id, query, format),
                            () -> forecasts.answer(run, forecast, query).write(format))));
  }
}
