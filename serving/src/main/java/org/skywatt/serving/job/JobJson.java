package org.skywatt.serving.job;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.skywatt.green.job.Segment;

/** A job as the API writes it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "GreenJob")
public record JobJson(
    UUID id,
    String organisation,
    @Schema(description = "queued, planned, running, paused, done, failed or cancelled")
        String state,
    Instant createdAt,
    @Schema(description = "When the job was heard of last") Instant seenAt,
    JobBody request,
    @Schema(description = "The newest plan; absent while the job is queued") PlanJson plan) {
  boolean isOver() {
    return state.equals("done") || state.equals("failed") || state.equals("cancelled");
  }

  /** Where it runs by its plan. */
  PlaceBody place() {
    List<PlaceBody> places = request.whereabouts();
    return places.get(JobBody.position(places, plan == null ? null : plan.place()));
  }

  /** What its plan tells it to do, at the power of its request where the plan tells none. */
  List<Segment> segments() {
    return plan == null ? List.of() : plan.toSegments(request.spec(createdAt).powerKw());
  }
}
