package org.skywatt.serving.availability;

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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.skywatt.core.site.Site;
import org.skywatt.core.site.SiteId;
import org.skywatt.serving.access.CurrentCaller;
import org.skywatt.serving.access.Role;
import org.skywatt.serving.change.ChangeWatcher;
import org.skywatt.serving.database.Database;
import org.skywatt.serving.problem.Problem;
import org.skywatt.serving.problem.ProblemException;
import org.skywatt.serving.site.SiteTable;
import org.skywatt.serving.site.SitesResource;

/** Outages, export limits and changes of capacity of a site. */
@Path("/v1/sites/{id}/availability")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sites")
public class AvailabilityResource {
  private static final int MOST = 10_000;

  private final SiteTable sites;
  private final LimitTable table;
  private final Database database;
  private final ChangeWatcher watcher;
  private final CurrentCaller caller;

  AvailabilityResource(
      SiteTable sites,
      LimitTable table,
      Database database,
      ChangeWatcher watcher,
      CurrentCaller caller) {
    this.sites = sites;
    this.table = table;
    this.database = database;
    this.watcher = watcher;
    this.caller = caller;
  }

  @GET
  @RolesAllowed(Role.VIEWERS)
  @Operation(summary = "What limits a site, and when", description = "May be called by viewers.")
  public List<LimitJson> list(@PathParam("id") String id) {
    SiteId site = site(id).id();
    return database.transaction(connection -> table.list(connection, site));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.OPERATORS)
  @Operation(
      summary = "Adds a limit",
      description =
          "It caps the very next answer, of runs that are published too. Where limits overlap the"
              + " least holds. May be called by operators.")
  @APIResponse(
      responseCode = "201",
      description = "The limit",
      content = @Content(schema = @Schema(implementation = LimitJson.class)))
  @APIResponse(
      responseCode = "400",
      description = "invalid-body or invalid-availability",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  @APIResponse(
      responseCode = "404",
      description = "unknown-site",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  @APIResponse(
      responseCode = "409",
      description = "too-many-limits",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  public Response add(@PathParam("id") String id, LimitJson limit) {
    Site site = site(id);
    ProblemException.required(limit).validate(site.capacityKw());
    long key =
        database.transaction(
            connection -> {
              long inserted = table.insert(connection, site.id(), limit, caller.get());
              // After the insertion, which waits for those of others.
              if (table.count(connection, site.id()) > MOST) {
                throw ProblemException.conflict(
                    "too-many-limits",
                    "a site has at most " + MOST + " limits; remove those that are over");
              }
              return inserted;
            });
    watcher.look();
    return Response.status(Response.Status.CREATED)
        .entity(
            new LimitJson(
                key, limit.kind(), limit.start(), limit.end(), limit.limitKw(), limit.note()))
        .build();
  }

  @DELETE
  @Path("{limit}")
  @RolesAllowed(Role.OPERATORS)
  @Operation(summary = "Removes a limit", description = "May be called by operators.")
  @APIResponse(responseCode = "204", description = "It is gone")
  @APIResponse(
      responseCode = "404",
      description = "unknown-site or unknown-availability",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  public void remove(@PathParam("id") String id, @PathParam("limit") long limit) {
    SiteId site = site(id).id();
    boolean removed =
        database.transaction(connection -> table.delete(connection, site, limit, caller.get()));
    if (!removed) {
      throw ProblemException.notFound(
          "unknown-availability", "site " + site + " has no limit " + limit);
    }
    watcher.look();
  }

  private Site site(String id) {
    SiteId siteId = SitesResource.parse(id);
    return sites.find(siteId, caller.get()).orElseThrow(() -> SitesResource.unknown(siteId));
  }
}
