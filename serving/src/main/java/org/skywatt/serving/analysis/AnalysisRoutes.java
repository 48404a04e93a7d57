package org.skywatt.serving.analysis;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
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
import org.skywatt.serving.access.Role;
import org.skywatt.serving.forecast.ForecastAnswer;
import org.skywatt.serving.forecast.ForecastParameters;
import org.skywatt.serving.forecast.ForecastQuery;
import org.skywatt.serving.problem.Problem;
import org.skywatt.serving.problem.ProblemException;

/** Energy, chances, ramps and scenarios of a site, or of sites together. */
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Forecasts")
public abstract class AnalysisRoutes {
  private static final int MINUTES_A_DAY = 1440;

  /**
   * The forecast that a question is answered from.
   *
   * @throws ProblemException (400, 404, 422, 503) if there is none
   */
  protected abstract ForecastAnswer find(String id, ForecastQuery query);

  @GET
  @Path("energy")
  @RolesAllowed(Role.VIEWERS)
  @Operation(
      summary = "Energy over a window",
      description =
          "Sums over the steps between from and to. Quantiles are those of the scenarios' sums. With"
              + " horizon_minutes there are no scenarios, and steps are taken to rise and fall"
              + " together (dependence full), the widest band. May be called by viewers.")
  @APIResponse(
      responseCode = "200",
      description = "The energy",
      content = @Content(schema = @Schema(implementation = EnergyJson.class)))
  @APIResponse(
      responseCode = "422",
      description = "beyond-forecast: some of the window is not forecast",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  public EnergyJson energy(@PathParam("id") String id, @BeanParam ForecastParameters parameters) {
    return EnergyJson.of(find(id, parameters.parse().withScenarios()));
  }

  @GET
  @Path("exceedance")
  @RolesAllowed(Role.VIEWERS)
  @Operation(
      summary = "The chance that power exceeds a threshold",
      description =
          "Step by step, between the run's outermost quantiles; beyond them the chance is told as a"
              + " bound. May be called by viewers.")
  @APIResponse(
      responseCode = "200",
      description = "The chances",
      content = @Content(schema = @Schema(implementation = ExceedanceJson.class)))
  @APIResponse(
      responseCode = "400",
      description = "invalid-threshold, or as for a forecast",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  public ExceedanceJson exceedance(
      @PathParam("id") String id,
      @Parameter(required = true, description = "kW, 0 or more") @QueryParam("threshold_kw")
          String thresholdKw,
      @BeanParam ForecastParameters parameters) {
    return ExceedanceJson.of(
        find(id, parameters.parse()), number("threshold_kw", thresholdKw, 0, Double.MAX_VALUE));
  }

  @GET
  @Path("ramps")
  @RolesAllowed(Role.VIEWERS)
  @Operation(
      summary = "Expected changes of power",
      description =
          "Where the expected power changes by threshold_kw or more within minutes, and the share of"
              + " scenarios that change so much between the same steps. May be called by viewers.")
  @APIResponse(
      responseCode = "200",
      description = "The ramps, in order of time",
      content = @Content(schema = @Schema(implementation = RampsJson.class)))
  @APIResponse(
      responseCode = "400",
      description = "invalid-threshold, or as for a forecast",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  public RampsJson ramps(
      @PathParam("id") String id,
      @Parameter(required = true, description = "kW, more than 0") @QueryParam("threshold_kw")
          String thresholdKw,
      @Parameter(description = "60 if absent, up to 1440") @QueryParam("minutes") String minutes,
      @BeanParam ForecastParameters parameters) {
    double threshold = number("threshold_kw", thresholdKw, Double.MIN_VALUE, Double.MAX_VALUE);
    double within = minutes == null ? 60 : number("minutes", minutes, 1, MINUTES_A_DAY);
    return RampsJson.of(
        find(id, parameters.parse().withScenarios()), threshold, (long) (within * 60));
  }

  @GET
  @Path("scenarios")
  @RolesAllowed(Role.VIEWERS)
  @Operation(
      summary = "Equally likely courses of power",
      description =
          "Scenarios of a run go together: scenario 17 of one site happens with scenario 17 of"
              + " another, and those of a portfolio are the sums of those of its members. The same"
              + " run gives the same scenarios. May be called by viewers.")
  @APIResponse(
      responseCode = "200",
      description = "The scenarios",
      content = @Content(schema = @Schema(implementation = ScenariosJson.class)))
  @APIResponse(
      responseCode = "400",
      description = "invalid-count, or as for a forecast",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  @APIResponse(
      responseCode = "422",
      description = "no-scenarios: with horizon_minutes there are none",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  public ScenariosJson scenarios(
      @PathParam("id") String id,
      @Parameter(description = "So many, 1 to 200; 20 if absent") @QueryParam("count") String count,
      @BeanParam ForecastParameters parameters) {
    return ScenariosJson.of(
        find(id, parameters.parse().withScenarios()), ScenariosJson.count(count));
  }

  private static double number(String field, String text, double least, double most) {
    double value;
    try {
      value = text == null ? Double.NaN : Double.parseDouble(text);
    } catch (NumberFormatException e) {
      value = Double.NaN;
    }
    if (!(value >= least && value <= most)) {
      throw ProblemException.badRequest(
          "invalid-threshold", field + " '" + text + "' must be a number from " + least);
    }
    return value;
  }
}
