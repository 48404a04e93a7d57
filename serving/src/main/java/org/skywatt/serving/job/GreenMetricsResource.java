package org.skywatt.serving.job;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.skywatt.core.site.SiteId;
import org.skywatt.serving.access.CurrentCaller;
import org.skywatt.serving.access.Role;
import org.skywatt.serving.database.Database;
import org.skywatt.serving.problem.ProblemException;
import org.skywatt.serving.run.Runs;

/** Numbers of one organisation for scalers such as KEDA. */
@Path("/v1/green/metrics")
@Tag(name = "Green hours")
public class GreenMetricsResource {
  private static final String TEXT = "text/plain;version=0.0.4;charset=utf-8";

  private final Runs runs;
  private final GreenSignals signals;
  private final JobTable table;
  private final Database database;
  private final CurrentCaller caller;
  private final Clock clock;

  GreenMetricsResource(
      Runs runs,
      GreenSignals signals,
      JobTable table,
      Database database,
      CurrentCaller caller,
      Clock clock) {
    this.runs = runs;
    this.signals = signals;
    this.table = table;
    this.database = database;
    this.caller = caller;
    this.clock = clock;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.VIEWERS)
  @Operation(
      summary = "Green power that is free now, and jobs that are to run now, for KEDA",
      description =
          "As JSON for KEDA's metrics-api scaler; /prometheus has the same as text. What is not"
              + " known is null, or left out. May be called by viewers.")
  public GreenMetricsJson json(
      @Parameter(description = "Site ids, separated by commas", required = true)
          @QueryParam("sites")
          String sites,
      @Parameter(description = "0.9 if absent") @QueryParam("probability") Double probability,
      @Parameter(description = "Power of a worker, kW, to tell how many run on what is free")
          @QueryParam("worker_kw")
          Double workerKw) {
    if (workerKw != null && !(workerKw > 0)) {
      throw ProblemException.badRequest("invalid-power", "worker_kw must be above 0");
    }
    double p = GreenSignalResource.probability(probability);
    Set<SiteId> ids = GreenSignalResource.ids(sites);
    Instant now = clock.instant();
    CapacityCurveJson curve = runs.read(run -> signals.curve(run, caller.get(), ids, p));
    CapacityCurveJson.Step step = null;
    for (CapacityCurveJson.Step each : curve.steps()) {
      boolean holds = !now.isBefore(each.start()) && now.isBefore(each.end());
      step = holds ? each : step;
    }
    Double free = step == null ? null : step.freeKw();
    Integer workers =
        free == null || workerKw == null
            ? null
            : (Integer) (int) Math.min(1e9, Math.floor(free / workerKw + 1e-9));
    return new GreenMetricsJson(
        now,
        curve.runId(),
        step == null ? null : step.greenKw(),
        step == null ? null : (Double) step.reservedKw(),
        free,
        workers,
        jobs(now));
  }

  @GET
  @Path("prometheus")
  @Produces(TEXT)
  @RolesAllowed(Role.VIEWERS)
  @Operation(summary = "The same as Prometheus reads it", description = "May be called by viewers.")
  public String text(
      @QueryParam("sites") String sites,
      @QueryParam("probability") Double probability,
      @QueryParam("worker_kw") Double workerKw) {
    return json(sites, probability, workerKw).toPrometheus();
  }

  private GreenMetricsJson.Jobs jobs(Instant now) {
    // Who sees the jobs of all organisations is told of its own too.
    String own = caller.get().organisation();
    List<JobJson> live =
        database.transaction(connection -> table.live(connection, caller.get())).stream()
            .filter(each -> each.organisation().equals(own))
            .toList();
    int due = 0;
    for (JobJson job : live) {
      due +=
          job.segments().stream()
                  .anyMatch(each -> !now.isBefore(each.start()) && now.isBefore(each.end()))
              ? 1
              : 0;
    }
    return new GreenMetricsJson.Jobs(
        count(live, "queued"),
        count(live, "planned"),
        count(live, "running"),
        count(live, "paused"),
        due);
  }

  private static int count(List<JobJson> jobs, String state) {
    return (int) jobs.stream().filter(each -> each.state().equals(state)).count();
  }
}
