package org.skywatt.serving.compatible;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.skywatt.core.site.Location;
import org.skywatt.core.site.Mount;
import org.skywatt.core.site.SiteId;
import org.skywatt.core.site.SolarSite;
import org.skywatt.serving.access.CurrentCaller;
import org.skywatt.serving.access.Role;
import org.skywatt.serving.forecast.ForecastAnswer;
import org.skywatt.serving.forecast.ForecastParameters;
import org.skywatt.serving.forecast.ForecastQuery;
import org.skywatt.serving.forecast.Forecasts;
import org.skywatt.serving.problem.ProblemException;
import org.skywatt.serving.site.SitesResource;

/**
 * Forecast.Solar's estimate, of a site and of a described plane. Its clients read its own rate
 * headers, so the limit is told in these too.
 */
@Path("/v1/compatible/forecast-solar/estimate")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Shapes of other services")
public class ForecastSolarResource {
  private static final String UTC = "UTC";
  private static final String ZONE = "Zone of times, such as Europe/Berlin; UTC if absent";
  private static final String TIME = "utc for ISO 8601 in UTC, iso8601 for that in tz; else local";
  static final int WINDOW_SECONDS = 60;

  private final Forecasts forecasts;
  private final CurrentCaller caller;
  private final Clock clock;

  ForecastSolarResource(Forecasts forecasts, CurrentCaller caller, Clock clock) {
    this.forecasts = forecasts;
    this.caller = caller;
    this.clock = clock;
  }

  @GET
  @Path("{id}")
  @RolesAllowed(Role.VIEWERS)
  @Operation(
      summary = "As Forecast.Solar's estimate",
      description = "Power and energy by the end of each step. May be called by viewers.")
  @APIResponse(
      responseCode = "200",
      description = "The forecast",
      content = @Content(schema = @Schema(implementation = ForecastSolarJson.class)))
  public Response ofSite(
      @PathParam("id") String id,
      @Parameter(description = ZONE) @QueryParam("tz") String tz,
      @Parameter(description = TIME) @QueryParam("time") String time) {
    SiteId site = SitesResource.parse(id);
    return told(forecasts.get(site, caller.get(), query(tz, time)), tz, time);
  }

  @GET
  @Path("{latitude}/{longitude}/{tilt}/{azimuth}/{peakKw}")
  @RolesAllowed(Role.VIEWERS)
  @Operation(
      summary = "As Forecast.Solar's estimate of a described plane",
      description =
          "By physics, from the newest published weather. Azimuth as there: 0 is south, -90 east."
              + " May be called by viewers.")
  @APIResponse(
      responseCode = "200",
      description = "The forecast",
      content = @Content(schema = @Schema(implementation = ForecastSolarJson.class)))
  @APIResponse(
      responseCode = "422",
      description = "no-weather: none is published that covers the place")
  public Response ofPlane(
      @PathParam("latitude") double latitude,
      @PathParam("longitude") double longitude,
      @PathParam("tilt") double tiltDeg,
      @Parameter(description = "Degrees from south, west positive") @PathParam("azimuth")
          double azimuthDeg,
      @Parameter(description = "Of the modules, kW") @PathParam("peakKw") double peakKw,
      @Parameter(description = ZONE) @QueryParam("tz") String tz,
      @Parameter(description = TIME) @QueryParam("time") String time) {
    ForecastQuery query = query(tz, time);
    SolarSite site;
    try {
      site =
          new SolarSite(
              new SiteId("described"),
              "described",
              caller.get().organisation(),
              new Location(latitude, longitude, 0),
              peakKw,
              peakKw,
              new Mount.Fixed(tiltDeg, (azimuthDeg % 360 + 540) % 360));
    } catch (IllegalArgumentException e) {
      throw ProblemException.badRequest("invalid-site", e.getMessage());
    }
    return told(forecasts.byPhysics(site, query), tz, time);
  }

  private static ForecastQuery query(String tz, String time) {
    return ForecastParameters.of(null, "0.5", "utc".equals(time) ? UTC : tz).parse();
  }

  private Response told(ForecastAnswer answer, String tz, String time) {
    int limit = caller.requestsPerMinute();
    boolean iso = "utc".equals(time) || "iso8601".equals(time);
    String zone = tz == null || "utc".equals(time) ? UTC : tz;
    return Response.ok(ForecastSolarJson.of(answer, zone, iso, clock.instant(), limit))
        .header("X-Ratelimit-Limit", limit)
        .header("X-Ratelimit-Period", WINDOW_SECONDS)
        .build();
  }
}
