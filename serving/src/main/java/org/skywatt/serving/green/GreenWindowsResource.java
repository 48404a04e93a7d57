package org.skywatt.serving.green;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.skywatt.core.run.RunFile;
import org.skywatt.core.run.RunHeader;
import org.skywatt.core.run.SiteForecast;
import org.skywatt.core.site.SiteId;
import org.skywatt.green.window.PortfolioForecast;
import org.skywatt.green.window.WindowException;
import org.skywatt.green.window.WindowPlan;
import org.skywatt.green.window.WindowPlanner;
import org.skywatt.green.window.WindowRequest;
import org.skywatt.serving.access.CurrentCaller;
import org.skywatt.serving.access.Role;
import org.skywatt.serving.config.SkywattConfig;
import org.skywatt.serving.forecast.LevelSelection;
import org.skywatt.serving.problem.Problem;
import org.skywatt.serving.problem.ProblemException;
import org.skywatt.serving.run.Runs;
import org.skywatt.serving.site.SitesResource;

/** When to do work of a fixed length so that it meets the most green energy. */
@Path("/v1/green/windows")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Green hours")
public class GreenWindowsResource {
  private final Runs runs;
  private final SkywattConfig config;
  private final Clock clock;
  private final CurrentCaller caller;

  GreenWindowsResource(Runs runs, SkywattConfig config, Clock clock, CurrentCaller caller) {
    this.caller = caller;
    this.runs = runs;
    this.config = config;
    this.clock = clock;
  }

  @POST
  @RolesAllowed(Role.VIEWERS)
  @Operation(
      summary = "The contiguous windows with the most expected green energy",
      description =
          "Energy of the chosen sites together, compared with starting now. Changes nothing. May be"
              + " called by viewers.")
  @APIResponse(
      responseCode = "200",
      description = "The windows, best first",
      content = @Content(schema = @Schema(implementation = GreenWindowsJson.class)))
  @APIResponse(
      responseCode = "400",
      description =
          "invalid-body, missing-field, invalid-sites, invalid-site-id, invalid-levels,"
              + " invalid-time, invalid-duration, invalid-top or deadline-too-soon",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  @APIResponse(
      responseCode = "404",
      description = "unknown-site: not in the newest run",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  @APIResponse(
      responseCode = "422",
      description = "beyond-forecast or no-forecast",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  public GreenWindowsJson windows(GreenWindowsQuery query) {
    Set<SiteId> ids = ProblemException.required(query).siteIds();
    try {
      WindowRequest request = query.request(clock.instant());
      return runs.read(run -> plan(run, ids, query, request));
    } catch (WindowException e) {
      throw problem(e);
    }
  }

  private GreenWindowsJson plan(
      RunFile run, Set<SiteId> ids, GreenWindowsQuery query, WindowRequest request) {
    RunHeader header = run.header();
    LevelSelection levels =
        LevelSelection.of(
            query.levels() == null ? header.levels().toArray() : query.levels(), header.levels());
    List<SiteForecast> forecasts = new ArrayList<>();
    for (SiteId id : ids) {
      forecasts.add(
          run.find(id)
              .filter(each -> caller.get().sees(each.site().organisation()))
              .orElseThrow(() -> SitesResource.unknown(id)));
    }
    WindowPlan plan = WindowPlanner.plan(PortfolioForecast.sum(header, forecasts), request);
    return new GreenWindowsJson(
        header.runId(),
        header.issueTime(),
        header.nextRunExpected(),
        runs.isStale(header),
        config.simulated() ? true : null,
        header.model(),
        ids.stream().map(SiteId::value).toList(),
        levels.toArray(),
        "full",
        plan.searchedUntil(),
        GreenWindowsJson.Window.of(plan.now(), levels),
        plan.windows().stream().map(each -> GreenWindowsJson.Window.of(each, levels)).toList(),
        header.joules(),
        header.energyTier().text(),
        header.licence());
  }

  private static ProblemException problem(WindowException e) {
    String code = e.code().name().toLowerCase(Locale.ROOT).replace('_', '-');
    return switch (e.code()) {
      case BEYOND_FORECAST, NO_FORECAST -> ProblemException.unanswerable(code, e.getMessage());
      case INVALID_DURATION, INVALID_TOP, DEADLINE_TOO_SOON ->
          ProblemException.badRequest(code, e.getMessage());
    };
  }
}
