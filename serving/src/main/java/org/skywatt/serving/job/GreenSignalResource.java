package org.skywatt.serving.job;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.skywatt.core.site.SiteId;
import org.skywatt.green.job.GreenPower;
import org.skywatt.serving.access.CurrentCaller;
import org.skywatt.serving.access.Role;
import org.skywatt.serving.forecast.TimeRange;
import org.skywatt.serving.problem.ProblemException;
import org.skywatt.serving.run.Runs;
import org.skywatt.serving.site.SitesResource;

/** The green power of sites beyond a committed load, what is left of it, and plans of the past. */
@Path("/v1/green")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Green hours")
public class GreenSignalResource {
  private static final int MOST_SITES = 1_000;

  private final Runs runs;
  private final SitesPower power;
  private final JobPlanning planning;
  private final GreenSignals signals;
  private final CurrentCaller caller;

  GreenSignalResource(
      Runs runs,
      SitesPower power,
      JobPlanning planning,
      GreenSignals signals,
      CurrentCaller caller) {
    this.runs = runs;
    this.power = power;
    this.planning = planning;
    this.signals = signals;
    this.caller = caller;
  }

  @GET
  @RolesAllowed(Role.VIEWERS)
  @Operation(
      summary = "Green power of sites together beyond a committed load, with quantiles",
      description = "May be called by viewers.")
  public GreenSignalJson signal(
      @Parameter(description = "Site ids, separated by commas", required = true)
          @QueryParam("sites")
          String sites,
      @Parameter(description = "Load that is served first, kW") @QueryParam("load_kw")
          Double loadKw,
      @Parameter(description = "Steps that end after this time; all if absent") @QueryParam("from")
          String from,
      @Parameter(description = "Steps that start before this time; all if absent") @QueryParam("to")
          String to) {
    TimeRange range = TimeRange.parse(from, to);
    if (loadKw != null && !(loadKw >= 0 && loadKw < 1e12)) {
      throw ProblemException.badRequest("invalid-load", "load_kw must be 0 or more");
    }
    Set<SiteId> ids = ids(sites);
    return runs.read(
        run -> {
          GreenPower green = power.of(run, caller.get(), ids);
          double[] load = new double[green.steps()];
          Arrays.fill(load, loadKw == null ? 0 : loadKw);
          return GreenSignalJson.of(run.header(), green.less(load), range);
        });
  }

  @GET
  @Path("capacity-curves")
  @RolesAllowed(Role.VIEWERS)
  @Operation(
      summary = "Green power that planned jobs leave free, step by step, with a probability",
      description = "May be called by viewers.")
  public CapacityCurveJson capacity(
      @Parameter(description = "Site ids, separated by commas", required = true)
          @QueryParam("sites")
          String sites,
      @Parameter(description = "0.9 if absent") @QueryParam("probability") Double probability) {
    double p = probability(probability);
    Set<SiteId> ids = ids(sites);
    return runs.read(run -> signals.curve(run, caller.get(), ids, p));
  }

  @POST
  @Path("plans/simulate")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.VIEWERS)
  @Operation(
      summary =
          "The plan that would have been made at an earlier time, knowing what was known then",
      description = "Changes nothing. May be called by viewers.")
  public PlanJson simulate(
      @Parameter(required = true) @QueryParam("as_of") String asOf, JobBody body) {
    if (asOf == null) {
      throw ProblemException.badRequest("missing-field", "as_of is missing");
    }
    return planning.simulate(
        caller.get(), ProblemException.required(body), TimeRange.time("as_of", asOf));
  }

  static double probability(Double asked) {
    double p = asked == null ? 0.9 : asked;
    if (!(p > 0 && p < 1)) {
      throw ProblemException.badRequest(
          "invalid-promise", "probability " + p + " must lie between 0 and 1");
    }
    return p;
  }

  static Set<SiteId> ids(String sites) {
    String[] names = sites == null ? new String[0] : sites.split(",", MOST_SITES + 1);
    if (names.length == 0 || names.length > MOST_SITES) {
      throw ProblemException.badRequest(
          "invalid-sites", "sites must list 1 to " + MOST_SITES + " site ids");
    }
    Set<SiteId> ids = new LinkedHashSet<>();
    for (String each : names) {
      ids.add(SitesResource.parse(each));
    }
    return ids;
  }
}
