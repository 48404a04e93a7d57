package org.skywatt.serving.access;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.skywatt.serving.change.ChangeWatcher;
import org.skywatt.serving.config.SkywattConfig;
import org.skywatt.serving.database.Database;
import org.skywatt.serving.problem.Problem;
import org.skywatt.serving.problem.ProblemException;

/** API keys: issue, list, revoke. */
@Path("/v1/keys")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Access")
public class KeysResource {
  private static final int MOST = 100;
  private static final int LONGEST_NAME = 200;
  private static final int GREATEST_RATE = 1_000_000;
  private static final int GREATEST_QUOTA = 1_000_000_000;

  private final Database database;
  private final KeyTable table;
  private final ChangeWatcher watcher;
  private final CurrentCaller caller;
  private final Clock clock;
  private final SkywattConfig config;

  KeysResource(
      Database database,
      KeyTable table,
      ChangeWatcher watcher,
      CurrentCaller caller,
      Clock clock,
      SkywattConfig config) {
    this.config = config;
    this.database = database;
    this.table = table;
    this.watcher = watcher;
    this.caller = caller;
    this.clock = clock;
  }

  @GET
  @RolesAllowed(Role.ADMINS)
  @Operation(
      summary = "The organisation's keys, without their secrets",
      description = "May be called by admins.")
  public List<KeyRow> list() {
    return database.transaction(connection -> table.list(connection, caller.get()));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.ADMINS)
  @Operation(
      summary = "Issues a key",
      description =
          "The answer is the only place that ever tells the key. May be called by admins; the"
              + " operator of the service may name another organisation, which is made if need"
              + " be.")
  @APIResponse(
      responseCode = "201",
      description = "The key",
      content = @Content(schema = @Schema(implementation = IssuedKey.class)))
  @APIResponse(
      responseCode = "400",
      description = "invalid-body or invalid-key",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  @APIResponse(
      responseCode = "409",
      description = "too-many-keys",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  public Response issue(KeyRequest request) {
    Role role = validated(request);
    ApiKey key = ApiKey.generate();
    database.transaction(
        connection -> {
          table.insert(
              connection,
              key,
              owner(connection, request.organisation()),
              request.name(),
              role,
              request.expiresAt(),
              request.requestsPerMinute(),
              request.requestsPerDay());
          requireFew(connection);
          return null;
        });
    watcher.look();
    return Response.status(Response.Status.CREATED)
        .entity(new IssuedKey(key.id(), key.token()))
        .build();
  }

  private Role validated(KeyRequest request) {
    if (ProblemException.required(request).name() == null
        || request.name().isBlank()
        || request.name().length() > LONGEST_NAME
        || request.name().indexOf('\0') >= 0) {
      throw invalid("name must have 1 to " + LONGEST_NAME + " characters");
    }
    if (request.expiresAt() != null && !request.expiresAt().isAfter(clock.instant())) {
      throw invalid("expiresAt " + request.expiresAt() + " has passed");
    }
    Integer rate = request.requestsPerMinute();
    if (rate != null && (rate < 1 || rate > GREATEST_RATE)) {
      throw invalid("requestsPerMinute must be 1 to " + GREATEST_RATE);
    }
    Integer quota = request.requestsPerDay();
    if (quota != null && (quota < 1 || quota > GREATEST_QUOTA)) {
      throw invalid("requestsPerDay must be 1 to " + GREATEST_QUOTA);
    }
    requireWithin("requestsPerMinute", rate, config.requestsPerMinute());
    requireWithin("requestsPerDay", quota, config.requestsPerDay());
    try {
      return Role.parse(request.role());
    } catch (IllegalArgumentException e) {
      throw invalid(e.getMessage());
    }
  }

  /** Only the operator of the service gives a key more than the service's setting. */
  private void requireWithin(String field, Integer asked, int setting) {
    if (asked != null && setting > 0 && asked > setting && !caller.get().everyOrganisation()) {
      throw ProblemException.forbidden(
          "forbidden",
          field + " may be " + setting + " at most; the operator of the service gives more");
    }
  }

  /** After the insertion, which waits for those of others. Each key has a quota of its own. */
  private void requireFew(Connection connection) throws SQLException {
    Caller self = caller.get();
    if (!self.everyOrganisation()
        && table.good(connection, self.organisationId(), clock.instant()) > MOST) {
      throw ProblemException.conflict(
          "too-many-keys",
          "an organisation has at most " + MOST + " keys; revoke one, or ask the operator");
    }
  }

  private long owner(Connection connection, String name) throws SQLException {
    Caller self = caller.get();
    if (name == null || name.equals(self.organisation())) {
      return self.organisationId();
    }
    if (!self.everyOrganisation()) {
      throw ProblemException.forbidden(
          "forbidden", "only the operator of the service issues keys of other organisations");
    }
    return Organisations.ensure(connection, name);
  }

  private static ProblemException invalid(String detail) {
    return ProblemException.badRequest("invalid-key", detail);
  }

  @DELETE
  @Path("{id}")
  @RolesAllowed(Role.ADMINS)
  @Operation(
      summary = "Revokes a key, within 5 s everywhere",
      description = "May be called by admins of the key's organisation.")
  @APIResponse(responseCode = "204", description = "It is revoked")
  @APIResponse(
      responseCode = "404",
      description = "unknown-key",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  public void revoke(@PathParam("id") String id) {
    boolean known =
        id.indexOf('\0') < 0
            && database.transaction(connection -> table.revoke(connection, caller.get(), id));
    if (!known) {
      throw ProblemException.notFound("unknown-key", "no key has the id " + id);
    }
    watcher.look();
  }
}
