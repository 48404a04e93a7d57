package org.skywatt.serving.job;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.skywatt.serving.access.CurrentCaller;
import org.skywatt.serving.access.Role;
import org.skywatt.serving.problem.Problem;
import org.skywatt.serving.problem.ProblemException;

/** Jobs that wait for green hours. */
@Path("/v1/green/jobs")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Green hours")
public class JobsResource {
  private static final int MOST = 1_000;

  private final JobPlanning planning;
  private final JobReplanning replanning;
  private final JobProgress progress;
  private final CurrentCaller caller;

  JobsResource(
      JobPlanning planning, JobReplanning replanning, JobProgress progress, CurrentCaller caller) {
    this.planning = planning;
    this.replanning = replanning;
    this.progress = progress;
    this.caller = caller;
  }

  @POST
  @RolesAllowed(Role.OPERATORS)
  @Operation(
      summary = "Submits a job: it is planned, queued, or refused with the nearest offer",
      description =
          "A job whose deadline lies beyond the forecast may be queued; it is planned when a newer"
              + " forecast reaches its green hours. Jobs of one organisation do not count on the"
              + " same green power. May be called by operators.")
  @APIResponse(
      responseCode = "201",
      description = "Planned",
      content = @Content(schema = @Schema(implementation = JobJson.class)))
  @APIResponse(
      responseCode = "202",
      description = "Queued",
      content = @Content(schema = @Schema(implementation = JobJson.class)))
  @APIResponse(
      responseCode = "400",
      description =
          "invalid-body, invalid-sites, invalid-site-id, invalid-places, invalid-duration,"
              + " invalid-power, invalid-work, invalid-battery, invalid-after, invalid-promise,"
              + " invalid-restart, invalid-objective, invalid-risk, no-signal, invalid-time,"
              + " missing-field, deadline-too-soon or horizon-too-long",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  @APIResponse(
      responseCode = "409",
      description = "no-green-hours: the promise cannot be made; offer tells what can",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Refused.class)))
  @APIResponse(
      responseCode = "422",
      description = "idempotency-key-reused: another job was submitted with the same key",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  public Response submit(
      @Parameter(
              description =
                  "Up to 200 printable ASCII characters; sent again with the same key the job is"
                      + " answered that was submitted first")
          @HeaderParam("Idempotency-Key")
          String key,
      JobBody body) {
    if (key != null && !key.matches("[!-~]{1,200}")) {
      throw ProblemException.badRequest(
          "invalid-idempotency-key",
          "Idempotency-Key must have 1 to 200 printable ASCII characters without spaces");
    }
    JobPlanning.Outcome outcome =
        planning.submit(caller.get(), ProblemException.required(body), key);
    if (outcome.job() == null) {
      return Response.status(Response.Status.CONFLICT)
          .type(Problem.MEDIA_TYPE)
          .entity(Refused.of(body, outcome.offer()))
          .build();
    }
    return Response.status(outcome.job().plan() == null ? 202 : 201).entity(outcome.job()).build();
  }

  @GET
  @RolesAllowed(Role.VIEWERS)
  @Operation(summary = "The newest jobs, up to 1000", description = "May be called by viewers.")
  public List<JobJson> list(@QueryParam("limit") @DefaultValue("100") int limit) {
    if (limit < 1 || limit > MOST) {
      throw ProblemException.badRequest("invalid-limit", "limit must be 1 to " + MOST);
    }
    return planning.list(caller.get(), limit);
  }

  @GET
  @Path("{id}")
  @RolesAllowed(Role.VIEWERS)
  @Operation(
      summary = "A job with its newest plan",
      description =
          "A newer forecast that gains enough makes a new version of the plan. May be called by"
              + " viewers.")
  public JobJson get(@PathParam("id") String id) {
    return replanning.refreshed(caller.get(), parse(id)).job();
  }

  @GET
  @Path("{id}/plans")
  @RolesAllowed(Role.VIEWERS)
  @Operation(summary = "All versions of a job's plan", description = "May be called by viewers.")
  public List<PlanJson> plans(@PathParam("id") String id) {
    return progress.plans(caller.get(), parse(id));
  }

  @POST
  @Path("{id}/heartbeat")
  @RolesAllowed(Role.OPERATORS)
  @Operation(
      summary = "The runner tells what the job does and used; the answer is what it should do",
      description = "May be called by operators.")
  public DirectiveJson heartbeat(@PathParam("id") String id, HeartbeatBody body) {
    return progress.heartbeat(caller.get(), parse(id), ProblemException.required(body));
  }

  @DELETE
  @Path("{id}")
  @RolesAllowed(Role.OPERATORS)
  @Operation(
      summary = "Cancels a job; one that is over stays as it is",
      description = "May be called by operators.")
  @APIResponse(responseCode = "204", description = "It is over")
  public void cancel(@PathParam("id") String id) {
    progress.cancel(caller.get(), parse(id));
  }

  @GET
  @Path("{id}/settlement")
  @RolesAllowed(Role.VIEWERS)
  @Operation(
      summary = "What the job used against what was planned and what was possible",
      description = "May be called by viewers.")
  public SettlementJson settlement(@PathParam("id") String id) {
    return progress.settlement(caller.get(), parse(id));
  }

  static UUID parse(String id) {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException e) {
      throw ProblemException.notFound("unknown-job", "no job has the id " + id);
    }
  }
}
