package org.skywatt.serving.compatible;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.skywatt.core.site.SiteId;
import org.skywatt.serving.access.CurrentCaller;
import org.skywatt.serving.access.Role;
import org.skywatt.serving.forecast.ForecastAnswer;
import org.skywatt.serving.forecast.ForecastParameters;
import org.skywatt.serving.forecast.Forecasts;
import org.skywatt.serving.problem.Problem;
import org.skywatt.serving.site.Place;
import org.skywatt.serving.site.SiteIndex;
import org.skywatt.serving.site.SitesResource;

/** A site's newest forecast as other services would tell it. */
@Path("/v1/compatible")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Shapes of other services")
public class CompatibleResource {
  private static final String UTC = "UTC";
  private static final String HOURS = "60";
  private static final String ZONE = "Zone of times, such as Europe/Berlin; UTC if absent";

  private final Forecasts forecasts;
  private final SiteIndex sites;
  private final CurrentCaller caller;

  CompatibleResource(Forecasts forecasts, SiteIndex sites, CurrentCaller caller) {
    this.forecasts = forecasts;
    this.sites = sites;
    this.caller = caller;
  }

  @GET
  @Path("solcast/rooftop_sites/{id}/forecasts")
  @RolesAllowed(Role.VIEWERS)
  @Operation(
      summary = "As Solcast's rooftop sites",
      description = "Mean, 10% and 90% of each step, kW, by its end. May be called by viewers.")
  @APIResponse(
      responseCode = "200",
      description = "The forecast",
      content = @Content(schema = @Schema(implementation = SolcastJson.class)))
  @APIResponse(
      responseCode = "404",
      description = "unknown-site or no-forecast",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  public SolcastJson solcast(@PathParam("id") String id) {
    return SolcastJson.of(find(id, null, "0.1,0.9", null));
  }

  @GET
  @Path("home-assistant/{id}")
  @RolesAllowed(Role.VIEWERS)
  @Operation(
      summary = "As Home Assistant's energy platforms",
      description = "Energy of each hour, wh_hours. May be called by viewers.")
  @APIResponse(
      responseCode = "200",
      description = "The forecast",
      content = @Content(schema = @Schema(implementation = HomeAssistantJson.class)))
  @APIResponse(
      responseCode = "404",
      description = "unknown-site or no-forecast",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  public HomeAssistantJson homeAssistant(
      @PathParam("id") String id, @Parameter(description = ZONE) @QueryParam("tz") String tz) {
    return HomeAssistantJson.of(find(id, HOURS, "0.5", tz));
  }

  @GET
  @Path("open-meteo/{id}")
  @RolesAllowed(Role.VIEWERS)
  @Operation(
      summary = "As Open-Meteo's columns",
      description = "Power of each hour and its 10%, 50% and 90%. May be called by viewers.")
  @APIResponse(
      responseCode = "200",
      description = "The forecast",
      content = @Content(schema = @Schema(implementation = OpenMeteoJson.class)))
  @APIResponse(
      responseCode = "404",
      description = "unknown-site or no-forecast",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  public OpenMeteoJson openMeteo(
      @PathParam("id") String id, @Parameter(description = ZONE) @QueryParam("tz") String tz) {
    long started = System.nanoTime();
    ForecastAnswer answer = find(id, HOURS, "0.1,0.5,0.9", tz);
    SiteId site = SitesResource.parse(id);
    Place place =
        sites
            .find(id)
            .filter(each -> caller.get().sees(each.organisation()))
            .orElseThrow(() -> SitesResource.unknown(site));
    return OpenMeteoJson.of(answer, place, tz == null ? UTC : tz, started);
  }

  private ForecastAnswer find(String id, String resolution, String levels, String tz) {
    return forecasts.get(
        SitesResource.parse(id),
        caller.get(),
        ForecastParameters.of(resolution, levels, tz).parse());
  }
}
