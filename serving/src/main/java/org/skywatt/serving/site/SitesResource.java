package org.skywatt.serving.site;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.skywatt.core.site.Site;
import org.skywatt.core.site.SiteId;
import org.skywatt.serving.access.Caller;
import org.skywatt.serving.access.CurrentCaller;
import org.skywatt.serving.access.Role;
import org.skywatt.serving.change.ChangeWatcher;
import org.skywatt.serving.database.Database;
import org.skywatt.serving.format.BodyType;
import org.skywatt.serving.format.PageParameters;
import org.skywatt.serving.problem.Problem;
import org.skywatt.serving.problem.ProblemException;

/** The sites of the organisation. */
@Path("/v1/sites")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sites")
public class SitesResource {
  private final SiteTable table;
  private final SiteEdits edits;
  private final SiteImport imports;
  private final Database database;
  private final ChangeWatcher watcher;
  private final CurrentCaller caller;
  private final ObjectMapper mapper;

  SitesResource(
      SiteTable table,
      SiteEdits edits,
      SiteImport imports,
      Database database,
      ChangeWatcher watcher,
      CurrentCaller caller,
      ObjectMapper mapper) {
    this.table = table;
    this.edits = edits;
    this.imports = imports;
    this.database = database;
    this.watcher = watcher;
    this.caller = caller;
    this.mapper = mapper;
  }

  @GET
  @RolesAllowed(Role.VIEWERS)
  @Operation(
      summary = "Sites of the organisation, ascending by id",
      description =
          "All conditions hold together. Where more sites follow, the header Link names the next"
              + " page. May be called by viewers.")
  @APIResponse(
      responseCode = "200",
      description = "The sites",
      content =
          @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = SiteJson.class)))
  @APIResponse(
      responseCode = "400",
      description = "invalid-search or invalid-site-id",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  public Response list(
      @Parameter(description = "solar or wind") @QueryParam("technology") String technology,
      @Parameter(description = "Part of the id or name") @QueryParam("text") String text,
      @Parameter(description = "West, south, east, north, degrees") @QueryParam("box") String box,
      @Parameter(description = "Longitudes and latitudes of a ring, degrees") @QueryParam("polygon")
          String polygon,
      @BeanParam PageParameters page,
      @Context UriInfo uri) {
    SiteSearch search = SiteSearch.of(technology, text, box, polygon);
    String after = page.after() == null ? null : parse(page.after()).value();
    return page.answer(
        table.list(caller.get(), after).stream().map(SiteJson::of).filter(search::matches),
        SiteJson::id,
        uri,
        mapper);
  }

  @GET
  @Path("{id}")
  @RolesAllowed(Role.VIEWERS)
  @Operation(summary = "One site", description = "May be called by viewers.")
  @APIResponse(
      responseCode = "404",
      description = "unknown-site",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  @APIResponse(
      responseCode = "200",
      description = "The site",
      content = @Content(schema = @Schema(implementation = SiteJson.class)))
  public SiteJson get(@PathParam("id") String id) {
    SiteId siteId = parse(id);
    return table.find(siteId, caller.get()).map(SiteJson::of).orElseThrow(() -> unknown(siteId));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.OPERATORS)
  @Operation(
      summary = "Registers a site",
      description =
          "It is forecast by physics at once, where weather is published. May be called by"
              + " operators.")
  @APIResponse(
      responseCode = "201",
      description = "The site",
      content = @Content(schema = @Schema(implementation = SiteJson.class)))
  @APIResponse(
      responseCode = "400",
      description = "invalid-body or invalid-site",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  @APIResponse(
      responseCode = "409",
      description = "site-exists",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  public Response create(SiteJson body) {
    Caller who = caller.get();
    Site site = edits.validated(body, who);
    database.transaction(
        connection -> {
          edits.create(connection, site, who);
          return null;
        });
    watcher.look();
    return Response.created(URI.create("/v1/sites/" + site.id())).entity(SiteJson.of(site)).build();
  }

  @PUT
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.OPERATORS)
  @Operation(
      summary = "Replaces a site",
      description =
          "From then on the pipeline's file leaves the site alone. May be called by operators.")
  @APIResponse(
      responseCode = "200",
      description = "The site",
      content = @Content(schema = @Schema(implementation = SiteJson.class)))
  @APIResponse(
      responseCode = "400",
      description = "invalid-body, invalid-site-id or invalid-site",
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
  public SiteJson replace(@PathParam("id") String id, SiteJson body) {
    Caller who = caller.get();
    SiteId siteId = parse(id);
    Site before = table.find(siteId, who).orElseThrow(() -> unknown(siteId));
    Site site = edits.validated(body == null ? null : body.named(id, before.organisation()), who);
    if (!site.id().equals(siteId)) {
      throw ProblemException.badRequest("invalid-site", "id must be that of the path, " + id);
    }
    database.transaction(
        connection -> {
          edits.update(connection, site, who);
          return null;
        });
    watcher.look();
    return SiteJson.of(site);
  }

  @DELETE
  @Path("{id}")
  @RolesAllowed(Role.OPERATORS)
  @Operation(
      summary = "Removes a site that was registered here, with its limits and readings",
      description = "May be called by operators.")
  @APIResponse(responseCode = "204", description = "It is gone")
  @APIResponse(
      responseCode = "404",
      description = "unknown-site",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  @APIResponse(
      responseCode = "409",
      description = "published-site: it is one of the pipeline's",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  public void delete(@PathParam("id") String id) {
    SiteId siteId = parse(id);
    Caller who = caller.get();
    database.transaction(
        connection -> {
          edits.delete(connection, siteId, who);
          return null;
        });
    watcher.look();
  }

  @POST
  @Path("import")
  @Consumes({"text/csv", "application/geo+json"})
  @RolesAllowed(Role.OPERATORS)
  @Operation(
      summary = "Registers many sites",
      description =
          "CSV whose columns are named as the fields, or GeoJSON points whose properties are; at most"
              + " 10000. Good rows are kept, the others are told. May be called by operators.")
  @APIResponse(
      responseCode = "200",
      description = "What became of the rows",
      content = @Content(schema = @Schema(implementation = SiteImport.Outcome.class)))
  @APIResponse(
      responseCode = "400",
      description = "invalid-body or too-many-rows",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  public SiteImport.Outcome importSites(
      @HeaderParam("Content-Type") @Parameter(hidden = true) MediaType type, String body) {
    List<ObjectNode> rows =
        BodyType.isCsv(type) ? ImportRows.csv(body, mapper) : ImportRows.geoJson(body, mapper);
    SiteImport.Outcome outcome = imports.run(rows, caller.get());
    watcher.look();
    return outcome;
  }

  /**
   * @throws ProblemException (400) if the text is no site id
   */
  public static SiteId parse(String id) {
    try {
      return new SiteId(id);
    } catch (IllegalArgumentException e) {
      throw ProblemException.badRequest("invalid-site-id", e.getMessage());
    }
  }

  /** The problem of a site that nobody has registered, or that the caller does not see. */
  public static ProblemException unknown(SiteId id) {
    return ProblemException.notFound(
        "unknown-site", "no site has the id " + id + "; GET /v1/sites lists all");
  }
}
