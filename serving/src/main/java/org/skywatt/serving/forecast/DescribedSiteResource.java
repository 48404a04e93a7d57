package org.skywatt.serving.forecast;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.skywatt.core.site.Site;
import org.skywatt.serving.access.CurrentCaller;
import org.skywatt.serving.access.Role;
import org.skywatt.serving.format.AnswerFormat;
import org.skywatt.serving.problem.Problem;
import org.skywatt.serving.problem.ProblemException;
import org.skywatt.serving.site.SiteJson;

/** The forecast of a site that is described and not registered. */
@Path("/v1/forecast")
@Tag(name = "Forecasts")
public class DescribedSiteResource {
  private static final String NAME = "described";

  private final Forecasts forecasts;
  private final CurrentCaller caller;

  DescribedSiteResource(Forecasts forecasts, CurrentCaller caller) {
    this.forecasts = forecasts;
    this.caller = caller;
  }

  @POST
  @RolesAllowed(Role.VIEWERS)
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces({MediaType.APPLICATION_JSON, AnswerFormat.CSV_TYPE, AnswerFormat.ARROW_TYPE})
  @Operation(
      summary = "The forecast of a described site",
      description =
          "From the newest published weather, by the newest run's model as of a plant without"
              + " readings, or by physics where that is not published: model tells which. Nothing"
              + " is kept. id, name and organisation may be left out. May be called by viewers.")
  @APIResponse(
      responseCode = "200",
      description = "The forecast",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ForecastJson.class)))
  @APIResponse(
      responseCode = "400",
      description = "invalid-body or invalid-site, or as for a registered site",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  @APIResponse(
      responseCode = "422",
      description = "no-weather: none is published that covers the place",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  public Response forecast(
      SiteJson described, @BeanParam ForecastParameters parameters, @Context HttpHeaders headers) {
    ForecastQuery query = parameters.parse();
    AnswerFormat format = AnswerFormat.of(headers);
    if (!query.isOfNewest()) {
      throw ProblemException.badRequest(
          "invalid-range", "a described site has no runs: as_of, issued_before, horizon and model");
    }
    Site site;
    try {
      site = ProblemException.required(described).named(NAME, caller.get().organisation()).toSite();
    } catch (IllegalArgumentException e) {
      throw ProblemException.badRequest("invalid-site", e.getMessage());
    }
    return EntityTags.fresh(format, forecasts.described(site, query).write(format));
  }
}
