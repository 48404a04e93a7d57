package org.skywatt.serving.accuracy;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.skywatt.core.site.SiteId;
import org.skywatt.serving.access.Caller;
import org.skywatt.serving.access.CurrentCaller;
import org.skywatt.serving.access.Role;
import org.skywatt.serving.database.Database;
import org.skywatt.serving.forecast.ForecastParameters;
import org.skywatt.serving.forecast.Forecasts;
import org.skywatt.serving.forecast.TimeRange;
import org.skywatt.serving.generation.MeteredPower;
import org.skywatt.serving.generation.ReadingTable;
import org.skywatt.serving.problem.Problem;
import org.skywatt.serving.problem.ProblemException;
import org.skywatt.serving.site.SiteTable;
import org.skywatt.serving.site.SitesResource;

/** How good the forecasts of a site were. */
@Path("/v1/sites/{id}/accuracy")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Accuracy")
public class AccuracyResource {
  private static final String USUAL_LEADS = "0,60,180,360,1440";
  private static final int MOST_LEADS = 10;
  private static final int LONGEST_LEAD = 43_200;
  private static final Duration LONGEST = Duration.ofDays(31);

  private final Forecasts forecasts;
  private final SiteTable sites;
  private final ReadingTable readings;
  private final Database database;
  private final CurrentCaller caller;

  AccuracyResource(
      Forecasts forecasts,
      SiteTable sites,
      ReadingTable readings,
      Database database,
      CurrentCaller caller) {
    this.forecasts = forecasts;
    this.sites = sites;
    this.readings = readings;
    this.database = database;
    this.caller = caller;
  }

  @GET
  @RolesAllowed(Role.VIEWERS)
  @Operation(
      summary = "How good forecasts were, lead by lead",
      description =
          "Published runs against posted readings, and against the last reading known at issue and"
              + " the same time a day before. Steps without a forecast, or not wholly metered,"
              + " don't count; of solar plants the night counts. May be called by viewers.")
  @APIResponse(
      responseCode = "200",
      description = "The scores",
      content = @Content(schema = @Schema(implementation = AccuracyJson.class)))
  @APIResponse(
      responseCode = "400",
      description = "missing-field, invalid-time, invalid-range or invalid-leads",
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
  public AccuracyJson accuracy(
      @PathParam("id") String id,
      @Parameter(required = true) @QueryParam("from") String from,
      @Parameter(required = true, description = "At most 31 days after from") @QueryParam("to")
          String to,
      @Parameter(description = "Minutes, at most 10; 0,60,180,360,1440 if absent")
          @QueryParam("leads")
          String leads) {
    SiteId site = SitesResource.parse(id);
    if (from == null || to == null) {
      throw ProblemException.badRequest("missing-field", "from and to are needed");
    }
    TimeRange range = TimeRange.parse(from, to);
    if (Duration.between(range.from(), range.to()).compareTo(LONGEST) > 0) {
      throw ProblemException.badRequest("invalid-range", "at most 31 days");
    }
    int[] minutes = leads(leads == null ? USUAL_LEADS : leads);
    Caller who = caller.get();
    if (sites.find(site, who).isEmpty()) {
      throw SitesResource.unknown(site);
    }
    int longest = minutes[minutes.length - 1];
    MeteredPower metered =
        database.transaction(
            connection ->
                readings.metered(
                    connection, site, LeadTally.readFrom(range.from(), longest), range.to()));
    List<AccuracyJson.Lead> told =
        Arrays.stream(minutes)
            .mapToObj(
                lead ->
                    LeadTally.score(
                        forecasts.get(site, who, ForecastParameters.ahead(from, to, lead).parse()),
                        metered,
                        lead))
            .toList();
    return new AccuracyJson(site.value(), range.from(), range.to(), told);
  }

  private static int[] leads(String list) {
    try {
      int[] leads =
          Arrays.stream(list.split(",", -1))
              .mapToInt(each -> Integer.parseInt(each.strip()))
              .sorted()
              .distinct()
              .toArray();
      if (leads.length <= MOST_LEADS && leads[0] >= 0 && leads[leads.length - 1] <= LONGEST_LEAD) {
        return leads;
      }
    } catch (NumberFormatException e) {
      // Told below.
    }
    throw ProblemException.badRequest(
        "invalid-leads",
        "leads '" + list + "' must be 1 to 10 numbers of minutes, 0 to " + LONGEST_LEAD);
  }
}
