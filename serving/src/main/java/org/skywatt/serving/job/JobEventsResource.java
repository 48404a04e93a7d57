package org.skywatt.serving.job;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.skywatt.serving.access.Caller;
import org.skywatt.serving.access.CurrentCaller;
import org.skywatt.serving.access.Role;
import org.skywatt.serving.job.JobEvents.JobEvent;

/** What happens to a job, as server-sent events, until it is over. */
@Path("/v1/green/jobs/{id}/events")
@Tag(name = "Green hours")
public class JobEventsResource {
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final Set<String> LAST = Set.of("done", "failed", "cancelled");

  private final JobProgress progress;
  private final CurrentCaller caller;

  JobEventsResource(JobProgress progress, CurrentCaller caller) {
    this.progress = progress;
    this.caller = caller;
  }

  @GET
  @Blocking
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @RolesAllowed(Role.VIEWERS)
  @Operation(
      summary = "What happens to a job, until it is over",
      description =
          "From its submission on, or after the event that Last-Event-ID names. May be called by"
              + " viewers.")
  public Multi<OutboundSseEvent> events(
      @PathParam("id") String id, @HeaderParam("Last-Event-ID") String last, Sse sse) {
    Caller who = caller.get();
    UUID job = JobsResource.parse(id);
    AtomicLong seen = new AtomicLong(number(last));
    List<JobEvent> first = progress.events(who, job, seen.get());
    return Multi.createBy()
        .concatenating()
        .streams(
            Multi.createFrom().item(first),
            Multi.createFrom()
                .ticks()
                .every(LOOK)
                .onOverflow()
                .drop()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(tick -> progress.events(who, job, seen.get())))
        .onItem()
        .invoke(events -> events.forEach(each -> seen.set(each.id())))
        .select()
        .first(untilOver())
        .onItem()
        .<JobEvent>disjoint()
        .map(each -> event(sse, each));
  }

  /** Lets through what comes until, and with, the event after which nothing comes. */
  private static Predicate<List<JobEvent>> untilOver() {
    AtomicBoolean over = new AtomicBoolean();
    return events -> {
      boolean goesOn = !over.get();
      if (events.stream().anyMatch(each -> LAST.contains(each.kind()))) {
        over.set(true);
      }
      return goesOn;
    };
  }

  private static OutboundSseEvent event(Sse sse, JobEvent event) {
    return sse.newEventBuilder()
        .id(Long.toString(event.id()))
        .name(event.kind())
        .mediaType(MediaType.APPLICATION_JSON_TYPE)
        .data(JobEvent.class, event)
        .build();
  }

  private static long number(String last) {
    return last != null && last.matches("[0-9]{1,18}") ? Long.parseLong(last) : 0;
  }
}
