package org.skywatt.serving.group;

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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.skywatt.serving.access.CurrentCaller;
import org.skywatt.serving.access.Role;
import org.skywatt.serving.analysis.AnalysisRoutes;
import org.skywatt.serving.forecast.ForecastAnswer;
import org.skywatt.serving.forecast.ForecastParameters;
import org.skywatt.serving.forecast.ForecastQuery;
import org.skywatt.serving.format.AnswerFormat;
import org.skywatt.serving.problem.Problem;

/** Forecasts of sites together. */
abstract class GroupForecastRoutes extends AnalysisRoutes {
  private final GroupKind kind;
  private final GroupForecasts forecasts;
  private final CurrentCaller caller;

  GroupForecastRoutes(GroupKind kind, GroupForecasts forecasts, CurrentCaller caller) {
    this.kind = kind;
    this.forecasts = forecasts;
    this.caller = caller;
  }

  @Override
  protected ForecastAnswer find(String id, ForecastQuery query) {
    return forecasts.get(kind, id, caller.get(), query);
  }

  @GET
  @Path("forecast")
  @RolesAllowed(Role.VIEWERS)
  @Produces({MediaType.APPLICATION_JSON, AnswerFormat.CSV_TYPE, AnswerFormat.ARROW_TYPE})
  @Operation(
      summary = "The forecast of sites together",
      description =
          "As a site's forecast, with portfolioId or regionId for siteId. The mean is the sum of the"
              + " members' means; quantiles are of the sums of scenarios. A step that is missing at"
              + " one member is missing. May be called by viewers.")
  @APIResponse(responseCode = "200", description = "The forecast")
  @APIResponse(responseCode = "304", description = "Nothing is new")
  @APIResponse(
      responseCode = "400",
      description = "As for a site",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  @APIResponse(
      responseCode = "404",
      description = "unknown-portfolio, unknown-region, no-forecast, unknown-model or no-run",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  public Response forecast(
      @PathParam("id") String id,
      @BeanParam ForecastParameters parameters,
      @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Parameter(hidden = true) String ifNoneMatch,
      @Context HttpHeaders headers) {
    AnswerFormat format = AnswerFormat.of(headers);
    return forecasts.respond(kind, id, caller.get(), parameters.parse(), ifNoneMatch, format);
  }
}
