package org.skywatt.serving.events;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.skywatt.serving.access.Caller;
import org.skywatt.serving.access.CurrentCaller;
import org.skywatt.serving.access.Role;
import org.skywatt.serving.change.ChangeWatcher;
import org.skywatt.serving.database.Database;
import org.skywatt.serving.problem.ProblemException;

/** What changed: asked for, waited for, or as a stream. Each can go on where another ended. */
@Path("/v1/changes")
@Tag(name = "Changes")
public class ChangesResource {
  private static final int LONGEST_WAIT_SECONDS = 30;
  private static final Duration LOOK = Duration.ofMillis(500);

  /** The answer to one question. */
  @Schema(name = "Changes")
  public record Changes(
      List<EventJson> changes, @Schema(description = "Go on after this") long last) {}

  private final EventTable table;
  private final Database database;
  private final ChangeWatcher watcher;
  private final CurrentCaller caller;

  ChangesResource(
      EventTable table, Database database, ChangeWatcher watcher, CurrentCaller caller) {
    this.table = table;
    this.database = database;
    this.watcher = watcher;
    this.caller = caller;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.VIEWERS)
  @Operation(
      summary = "What changed after an id",
      description =
          "New and late runs, sites, portfolios, regions, limits, keys and webhooks, at most 1000,"
              + " oldest first. With wait the answer comes"
              + " when there is something, or after so many seconds. May be called by viewers.")
  @APIResponse(responseCode = "200", description = "The changes")
  @APIResponse(responseCode = "400", description = "invalid-after or invalid-wait")
  public Uni<Changes> changes(
      @Parameter(description = "last of the answer before; 0 if absent") @QueryParam("after")
          String after,
      @Parameter(description = "Seconds, 0 (if absent) to 30") @QueryParam("wait") String wait) {
    long from = number("after", after, Long.MAX_VALUE);
    long seconds = number("wait", wait, LONGEST_WAIT_SECONDS);
    return poll(caller.get(), from, System.nanoTime() + seconds * 1_000_000_000L);
  }

  private Uni<Changes> poll(Caller who, long after, long deadlineNanos) {
    return read(who, after)
        .flatMap(
            found ->
                !found.isEmpty() || System.nanoTime() >= deadlineNanos
                    ? Uni.createFrom()
                        .item(
                            new Changes(
                                found, found.isEmpty() ? after : found.get(found.size() - 1).id()))
                    : Uni.createFrom()
                        .voidItem()
                        .onItem()
                        .delayIt()
                        .by(LOOK)
                        .flatMap(unused -> poll(who, after, deadlineNanos)));
  }

  private Uni<List<EventJson>> read(Caller who, long after) {
    if (watcher.newest() <= after) {
      return Uni.createFrom().item(List.of());
    }
    return Uni.createFrom()
        .item(() -> database.transaction(connection -> table.after(connection, who, after)))
        .runSubscriptionOn(Infrastructure.getDefaultExecutor());
  }

  @GET
  @Path("stream")
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @RolesAllowed(Role.VIEWERS)
  @Operation(
      summary = "What changes from now on",
      description =
          "Server-Sent Events; with Last-Event-ID or after from that change on. May be called by"
              + " viewers.")
  @APIResponse(responseCode = "200", description = "An event a change")
  @APIResponse(responseCode = "400", description = "invalid-after")
  public Multi<OutboundSseEvent> stream(
      @HeaderParam("Last-Event-ID") String lastEventId,
      @QueryParam("after") String after,
      @Context Sse sse) {
    String from = lastEventId == null ? after : lastEventId;
    long start = from == null ? watcher.newest() : number("after", from, Long.MAX_VALUE);
    Caller who = caller.get();
    return Multi.createBy()
        .repeating()
        .uni(() -> new long[] {start}, last -> next(who, last))
        .indefinitely()
        .onItem()
        .transformToIterable(each -> each)
        .map(
            event ->
                sse.newEventBuilder()
                    .id(Long.toString(event.id()))
                    .name(event.kind())
                    .mediaType(MediaType.APPLICATION_JSON_TYPE)
                    .data(event)
                    .build());
  }

  /** What comes after {@code last}, which moves on; empty after a while without anything. */
  private Uni<List<EventJson>> next(Caller who, long[] last) {
    return Uni.createFrom()
        .voidItem()
        .onItem()
        .delayIt()
        .by(LOOK)
        .flatMap(unused -> read(who, last[0]))
        .onItem()
        .invoke(
            found -> {
              if (!found.isEmpty()) {
                last[0] = found.get(found.size() - 1).id();
              }
            })
        // The database is away: the stream goes on when it is back.
        .onFailure(ProblemException.class)
        .recoverWithItem(List.of());
  }

  private static long number(String field, String text, long most) {
    long value;
    try {
      value = text == null ? 0 : Long.parseLong(text);
    } catch (NumberFormatException e) {
      value = -1;
    }
    if (value < 0 || value > most) {
      throw ProblemException.badRequest(
          "invalid-" + field, field + " '" + text + "' must be a whole number, 0 to " + most);
    }
    return value;
  }
}
