package org.skywatt.serving.site;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.skywatt.core.site.SiteId;
import org.skywatt.serving.access.CurrentCaller;
import org.skywatt.serving.access.Role;
import org.skywatt.serving.problem.Problem;
import org.skywatt.serving.problem.ProblemException;

/** The sites that are known. */
@Path("/v1/sites")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sites")
public class SitesResource {
  private final SiteTable table;
  private final CurrentCaller caller;

  SitesResource(SiteTable table, CurrentCaller caller) {
    this.table = table;
    this.caller = caller;
  }

  @GET
  @RolesAllowed(Role.VIEWERS)
  @Operation(
      summary = "All sites of the organisation, ascending by id",
      description = "May be called by viewers.")
  public List<SiteJson> list() {
    return table.list(caller.get()).stream().map(SiteJson::of).toList();
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

  /** The problem of a site that nobody has registered. */
  public static ProblemException unknown(SiteId id) {
    return ProblemException.notFound(
        "unknown-site", "no site has the id " + id + "; GET /v1/sites lists all");
  }
}
