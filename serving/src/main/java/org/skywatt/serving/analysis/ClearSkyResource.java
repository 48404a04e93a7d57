package org.skywatt.serving.analysis;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.skywatt.core.site.Site;
import org.skywatt.core.site.SiteId;
import org.skywatt.core.time.Interval;
import org.skywatt.core.time.Steps;
import org.skywatt.features.view.SiteSun;
import org.skywatt.features.view.SunStep;
import org.skywatt.serving.access.CurrentCaller;
import org.skywatt.serving.access.Role;
import org.skywatt.serving.forecast.TimeRange;
import org.skywatt.serving.problem.Problem;
import org.skywatt.serving.problem.ProblemException;
import org.skywatt.serving.site.SiteTable;
import org.skywatt.serving.site.SitesResource;

/** The clear sky over a site. */
@Path("/v1/sites/{id}/clearsky")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Forecasts")
public class ClearSkyResource {
  private static final Duration STEP = Duration.ofMinutes(30);
  private static final Duration LONGEST = Duration.ofDays(8);

  /** Irradiance of one step. */
  @Schema(name = "ClearSkyStep", description = "Means over (start, end], W/m²")
  public record Step(
      Instant start,
      Instant end,
      @Schema(description = "Global horizontal irradiance") double ghiWm2,
      @Schema(description = "In the plane of the modules; of wind farms, horizontal")
          double planeWm2,
      @Schema(description = "Apparent zenith of the sun at the middle, degrees")
          double zenithDeg) {}

  /** The answer. */
  @Schema(name = "ClearSky")
  public record ClearSky(String siteId, String model, List<Step> steps) {}

  private final SiteTable sites;
  private final CurrentCaller caller;

  ClearSkyResource(SiteTable sites, CurrentCaller caller) {
    this.sites = sites;
    this.caller = caller;
  }

  @GET
  @RolesAllowed(Role.VIEWERS)
  @Operation(
      summary = "Clear-sky irradiance at a site",
      description =
          "Ineichen-Perez with a typical turbidity, half-hour steps, at most 8 days. May be called by"
              + " viewers.")
  @APIResponse(
      responseCode = "200",
      description = "The irradiance",
      content = @Content(schema = @Schema(implementation = ClearSky.class)))
  @APIResponse(
      responseCode = "400",
      description = "invalid-time, invalid-range or missing-field",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  public ClearSky clearSky(
      @PathParam("id") String id,
      @Parameter(required = true) @QueryParam("from") String from,
      @Parameter(required = true) @QueryParam("to") String to) {
    SiteId siteId = SitesResource.parse(id);
    if (from == null || to == null) {
      throw ProblemException.badRequest("missing-field", "from and to are needed");
    }
    TimeRange range = TimeRange.parse(from, to);
    if (Duration.between(range.from(), range.to()).compareTo(LONGEST) > 0) {
      throw ProblemException.badRequest("invalid-range", "at most 8 days");
    }
    Site site = sites.find(siteId, caller.get()).orElseThrow(() -> SitesResource.unknown(siteId));
    SiteSun sun = new SiteSun(site);
    List<Step> steps = new ArrayList<>();
    for (Instant start = Steps.floor(range.from(), STEP);
        start.isBefore(range.to());
        start = start.plus(STEP)) {
      SunStep step = sun.over(new Interval(start, start.plus(STEP)));
      steps.add(
          new Step(
              start,
              start.plus(STEP),
              rounded(step.clearSkyGhiWm2()),
              rounded(step.clearSkyPlaneWm2()),
              rounded(step.zenithDeg())));
    }
    return new ClearSky(siteId.value(), "ineichen-perez", steps);
  }

  private static double rounded(double value) {
    return Math.rint(value * 1000) / 1000;
  }
}
