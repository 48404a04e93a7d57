package org.skywatt.serving.export;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.skywatt.serving.access.CurrentCaller;
import org.skywatt.serving.access.Role;
import org.skywatt.serving.forecast.EntityTags;
import org.skywatt.serving.problem.Problem;
import org.skywatt.serving.problem.ProblemException;

/** Files for analysts, sent as they are. */
@Path("/v1/exports")
@Tag(name = "Exports")
public class ExportsResource {
  private static final String PARQUET_TYPE = "application/vnd.apache.parquet";

  private final Exports exports;
  private final CurrentCaller caller;

  ExportsResource(Exports exports, CurrentCaller caller) {
    this.exports = exports;
    this.caller = caller;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.VIEWERS)
  @Blocking
  @Operation(
      summary = "The published files",
      description =
          "Features, backtests and readings that skywatt export published for the caller's"
              + " organisation. May be called by viewers.")
  @APIResponse(responseCode = "200", description = "By name")
  public List<ExportJson> list() {
    return exports.list(caller.get()).stream().map(ExportJson::of).toList();
  }

  @GET
  @Path("{name}.parquet")
  @Produces(PARQUET_TYPE)
  @RolesAllowed(Role.VIEWERS)
  @Blocking
  @Operation(
      summary = "A published file as Parquet",
      description = "The file as it was published. May be called by viewers.")
  @APIResponse(
      responseCode = "200",
      description = "The file",
      content =
          @Content(
              mediaType = PARQUET_TYPE,
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @APIResponse(responseCode = "304", description = "Nothing is new")
  @APIResponse(
      responseCode = "404",
      description = "unknown-export",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  @APIResponse(
      responseCode = "400",
      description = "ambiguous-export: several organisations have one; name the organisation",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  public Response parquet(
      @Parameter(example = "features") @PathParam("name") String name,
      @Parameter(description = "Whose, where the caller sees several") @QueryParam("organisation")
          String organisation,
      @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Parameter(hidden = true) String ifNoneMatch) {
    List<Exports.ExportFile> found = exports.find(caller.get(), name, "parquet", organisation);
    if (found.isEmpty()) {
      throw ProblemException.notFound(
          "unknown-export", "no file " + name + ".parquet is published; see /v1/exports");
    }
    if (found.size() > 1) {
      throw ProblemException.badRequest(
          "ambiguous-export", "several organisations have one: name one with organisation=");
    }
    Exports.ExportFile file = found.get(0);
    String tag =
        "W/\""
            + Long.toHexString(file.published().toEpochMilli())
            + "-"
            + Long.toHexString(file.bytes())
            + "\"";
    Response.ResponseBuilder builder =
        EntityTags.isKnown(tag, ifNoneMatch)
            ? Response.notModified()
            : Response.ok(file.path().toFile(), PARQUET_TYPE)
                .header(
                    HttpHeaders.CONTENT_DISPOSITION,
                    "attachment; filename=\"" + file.name() + ".parquet\"");
    return builder
        .header(HttpHeaders.ETAG, tag)
        .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
        .build();
  }
}
