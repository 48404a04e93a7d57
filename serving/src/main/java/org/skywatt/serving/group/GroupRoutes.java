package org.skywatt.serving.group;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.skywatt.serving.access.Caller;
import org.skywatt.serving.access.CurrentCaller;
import org.skywatt.serving.access.Role;
import org.skywatt.serving.change.ChangeWatcher;
import org.skywatt.serving.database.Database;
import org.skywatt.serving.format.PageParameters;
import org.skywatt.serving.problem.Problem;
import org.skywatt.serving.problem.ProblemException;

/** Makes, tells, changes and removes portfolios or regions. */
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Portfolios and regions")
abstract class GroupRoutes {
  private final GroupKind kind;
  private final Groups groups;
  private final GroupTable table;
  private final Database database;
  private final ChangeWatcher watcher;
  private final CurrentCaller caller;
  private final ObjectMapper mapper;

  GroupRoutes(
      GroupKind kind,
      Groups groups,
      GroupTable table,
      Database database,
      ChangeWatcher watcher,
      CurrentCaller caller,
      ObjectMapper mapper) {
    this.mapper = mapper;
    this.kind = kind;
    this.groups = groups;
    this.table = table;
    this.database = database;
    this.watcher = watcher;
    this.caller = caller;
  }

  @GET
  @RolesAllowed(Role.VIEWERS)
  @Operation(
      summary = "Those of the organisation, ascending by id",
      description =
          "Where more follow, the header Link names the next page. May be called by viewers.")
  @APIResponse(
      responseCode = "200",
      description = "A page of them",
      content =
          @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = GroupJson.class)))
  public Response list(@BeanParam PageParameters page, @Context UriInfo uri) {
    return page.answer(
        groups.list(kind, caller.get()).stream().map(Group::told), GroupJson::id, uri, mapper);
  }

  @GET
  @Path("{id}")
  @RolesAllowed(Role.VIEWERS)
  @Operation(summary = "One", description = "May be called by viewers.")
  @APIResponse(
      responseCode = "200",
      description = "It",
      content = @Content(schema = @Schema(implementation = GroupJson.class)))
  @APIResponse(
      responseCode = "404",
      description = "unknown-portfolio or unknown-region",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  public GroupJson get(@PathParam("id") String id) {
    String checked = kind.parse(id);
    return groups
        .find(kind, checked, caller.get())
        .map(Group::told)
        .orElseThrow(() -> kind.unknown(checked));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.OPERATORS)
  @Operation(
      summary = "Makes one",
      description =
          "Sites are looked up whenever a forecast is asked for: those of the owner that are"
              + " registered then. May be called by operators.")
  @APIResponse(
      responseCode = "201",
      description = "It",
      content = @Content(schema = @Schema(implementation = GroupJson.class)))
  @APIResponse(
      responseCode = "400",
      description = "invalid-body, invalid-portfolio, invalid-region or an invalid id",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  @APIResponse(
      responseCode = "409",
      description = "portfolio-exists or region-exists",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  public Response create(GroupJson body) {
    Caller who = caller.get();
    GroupJson group = ProblemException.required(body).validated(kind, null, who.organisation());
    database.transaction(
        connection -> {
          if (!table.insert(connection, kind, group, who)) {
            throw ProblemException.conflict(
                kind.text() + "-exists", "the id " + group.id() + " is taken");
          }
          return null;
        });
    watcher.look();
    return Response.created(URI.create("/v1/" + kind.text() + "s/" + group.id()))
        .entity(group)
        .build();
  }

  @PUT
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.OPERATORS)
  @Operation(summary = "Replaces one", description = "May be called by operators.")
  @APIResponse(
      responseCode = "200",
      description = "It",
      content = @Content(schema = @Schema(implementation = GroupJson.class)))
  @APIResponse(
      responseCode = "400",
      description = "invalid-body, invalid-portfolio, invalid-region or an invalid id",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  @APIResponse(
      responseCode = "404",
      description = "unknown-portfolio or unknown-region",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  public GroupJson replace(@PathParam("id") String id, GroupJson body) {
    Caller who = caller.get();
    String owner = get(id).organisation();
    GroupJson group = ProblemException.required(body).validated(kind, id, owner);
    database.transaction(
        connection -> {
          if (!table.update(connection, kind, group, who)) {
            throw kind.unknown(group.id());
          }
          return null;
        });
    watcher.look();
    return group;
  }

  @DELETE
  @Path("{id}")
  @RolesAllowed(Role.OPERATORS)
  @Operation(summary = "Removes one; its sites stay", description = "May be called by operators.")
  @APIResponse(responseCode = "204", description = "It is gone")
  @APIResponse(
      responseCode = "404",
      description = "unknown-portfolio or unknown-region",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  public void delete(@PathParam("id") String id) {
    String checked = kind.parse(id);
    Caller who = caller.get();
    database.transaction(
        connection -> {
          if (!table.delete(connection, kind, checked, who)) {
            throw kind.unknown(checked);
          }
          return null;
        });
    watcher.look();
  }
}
