package org.skywatt.serving;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.skywatt.serving.access.Role;

/** Answers with bytes from memory: what the server itself can do at most. Only in tests. */
@Path("/v1/same-bytes")
public class SameBytesResource {
  static volatile byte[] bytes = {};

  @GET
  @NonBlocking
  @RolesAllowed(Role.VIEWERS)
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(hidden = true)
  public Response same() {
    return Response.ok(bytes, MediaType.APPLICATION_JSON_TYPE).build();
  }
}
