package org.skywatt.serving.job;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.skywatt.serving.access.CurrentCaller;
import org.skywatt.serving.access.Role;
import org.skywatt.serving.database.Database;
import org.skywatt.serving.problem.ProblemException;

/** Limits of power and of jobs at once across the jobs of an organisation. */
@Path("/v1/green/limits")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Green hours")
public class JobLimitsResource {
  private final Database database;
  private final JobLimits limits;
  private final CurrentCaller caller;

  JobLimitsResource(Database database, JobLimits limits, CurrentCaller caller) {
    this.database = database;
    this.limits = limits;
    this.caller = caller;
  }

  @GET
  @RolesAllowed(Role.VIEWERS)
  @Operation(
      summary = "What the organisation's jobs may take at once",
      description = "May be called by viewers.")
  public JobLimitsJson get() {
    return database.transaction(
        connection -> limits.get(connection, caller.get().organisationId()));
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.OPERATORS)
  @Operation(
      summary = "Sets what the organisation's jobs may take at once",
      description =
          "Plans that are made from then on keep within it; those that stand are not changed. May"
              + " be called by operators.")
  public JobLimitsJson put(JobLimitsJson body) {
    ProblemException.required(body).require();
    return database.transaction(
        connection -> {
          limits.put(connection, caller.get().organisationId(), body);
          return body;
        });
  }
}
