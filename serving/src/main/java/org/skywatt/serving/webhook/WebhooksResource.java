package org.skywatt.serving.webhook;

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
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.skywatt.serving.access.CurrentCaller;
import org.skywatt.serving.access.Role;
import org.skywatt.serving.change.ChangeWatcher;
import org.skywatt.serving.config.SkywattConfig;
import org.skywatt.serving.database.Database;
import org.skywatt.serving.problem.ProblemException;

/** Webhooks: list, make, remove. */
@Path("/v1/webhooks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Changes")
public class WebhooksResource {
  private static final int MOST = 20;
  private static final int MOST_KINDS = 50;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Database database;
  private final WebhookTable table;
  private final ChangeWatcher watcher;
  private final CurrentCaller caller;
  private final SkywattConfig config;

  WebhooksResource(
      Database database,
      WebhookTable table,
      ChangeWatcher watcher,
      CurrentCaller caller,
      SkywattConfig config) {
    this.database = database;
    this.table = table;
    this.watcher = watcher;
    this.caller = caller;
    this.config = config;
  }

  @GET
  @RolesAllowed(Role.ADMINS)
  @Operation(
      summary = "The organisation's webhooks, without their secrets",
      description = "With what went wrong last. May be called by admins.")
  public List<WebhookJson> list() {
    return database.transaction(connection -> table.list(connection, caller.get()));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.ADMINS)
  @Operation(
      summary = "Has what changes posted to a URL",
      description =
          "Signed as Standard Webhooks 1.0 says: webhook-signature is v1, and the base64 of"
              + " HMAC-SHA256 over webhook-id.webhook-timestamp.body. Changes come in order, at least"
              + " once. The answer is the only place that ever tells the secret. May be called by"
              + " admins.")
  @APIResponse(
      responseCode = "201",
      description = "The webhook's id and secret",
      content = @Content(schema = @Schema(implementation = IssuedWebhook.class)))
  @APIResponse(responseCode = "400", description = "invalid-body or invalid-webhook")
  @APIResponse(responseCode = "409", description = "too-many-webhooks")
  public Response create(WebhookRequest request) {
    List<String> kinds = ProblemException.required(request).kinds();
    if (kinds != null
        && (kinds.isEmpty()
            || kinds.size() > MOST_KINDS
            || kinds.stream().anyMatch(each -> each == null || !each.matches("[a-z-]{1,50}")))) {
      throw invalid("kinds must be 1 to " + MOST_KINDS + " names such as run-published");
    }
    try {
      Target.of(request.url(), config.webhooks());
    } catch (IllegalArgumentException e) {
      throw invalid(e.getMessage());
    }
    String id = "000000000000" + new BigInteger(64, RANDOM).toString(36);
    id = "whk_" + id.substring(id.length() - 12);
    WebhookSecret secret = WebhookSecret.generate();
    IssuedWebhook issued = new IssuedWebhook(id, secret.text());
    database.transaction(
        connection -> {
          if (!table.insert(
              connection, caller.get(), issued.id(), request.url(), secret, kinds, MOST)) {
            throw ProblemException.conflict(
                "too-many-webhooks", "an organisation has at most " + MOST + " webhooks");
          }
          return null;
        });
    watcher.look();
    return Response.status(Response.Status.CREATED).entity(issued).build();
  }

  private static ProblemException invalid(String detail) {
    return ProblemException.badRequest("invalid-webhook", detail);
  }

  @DELETE
  @Path("{id}")
  @RolesAllowed(Role.ADMINS)
  @Operation(
      summary = "Removes a webhook",
      description = "May be called by admins of its organisation.")
  @APIResponse(responseCode = "204", description = "It is gone")
  @APIResponse(responseCode = "404", description = "unknown-webhook")
  public void remove(@PathParam("id") String id) {
    boolean known =
        id.indexOf('\0') < 0
            && database.transaction(connection -> table.delete(connection, caller.get(), id));
    if (!known) {
      throw ProblemException.notFound("unknown-webhook", "no webhook has the id " + id);
    }
    watcher.look();
  }
}
