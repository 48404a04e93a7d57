package org.skywatt.serving.status;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.skywatt.core.run.RunFile;
import org.skywatt.core.run.RunHeader;
import org.skywatt.serving.access.Caller;
import org.skywatt.serving.access.CurrentCaller;
import org.skywatt.serving.access.Role;
import org.skywatt.serving.change.ChangeWatcher;
import org.skywatt.serving.config.SkywattConfig;
import org.skywatt.serving.fields.Fields;
import org.skywatt.serving.run.Runs;

/** What the service answers from. */
@Path("/v1/status")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Status")
public class StatusResource {
  /** The run that is served. */
  @Schema(name = "RunStatus")
  public record Run(
      String runId,
      Instant issueTime,
      Instant nextRunExpected,
      boolean stale,
      String model,
      int steps,
      int stepSeconds,
      double[] levels,
      double joules,
      String energyTier,
      String licence) {}

  /** Published weather. */
  @Schema(name = "WeatherStatus")
  public record Weather(String source, Instant initTime, Instant availableAt, String licence) {}

  /** The whole. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "Status")
  public record Status(
      @Schema(description = "Absent while none is published") Run run,
      List<Weather> weather,
      @Schema(description = "Whether changes can be made now") boolean database,
      Boolean simulated,
      @Schema(description = "Who calls") String organisation,
      String role) {}

  private final Runs runs;
  private final Fields fields;
  private final ChangeWatcher watcher;
  private final SkywattConfig config;
  private final CurrentCaller caller;

  StatusResource(
      Runs runs, Fields fields, ChangeWatcher watcher, SkywattConfig config, CurrentCaller caller) {
    this.runs = runs;
    this.fields = fields;
    this.watcher = watcher;
    this.config = config;
    this.caller = caller;
  }

  @GET
  @RolesAllowed(Role.VIEWERS)
  @Operation(
      summary = "The run and the weather that are served, and who calls",
      description = "May be called by viewers.")
  public Status status() {
    Optional<RunFile> run = runs.latest();
    Caller who = caller.get();
    return new Status(
        run.map(each -> run(each.header())).orElse(null),
        fields.files().stream()
            .map(
                each ->
                    new Weather(
                        each.header().source(),
                        each.header().initTime(),
                        each.header().availableAt(),
                        each.header().licence()))
            .toList(),
        watcher.isDatabaseThere(),
        config.simulated() ? true : null,
        who.organisation(),
        who.role().text());
  }

  private Run run(RunHeader header) {
    return new Run(
        header.runId(),
        header.issueTime(),
        header.nextRunExpected(),
        runs.isStale(header),
        header.model(),
        header.steps(),
        header.stepSeconds(),
        header.levels().toArray(),
        header.joules(),
        header.energyTier().text(),
        header.licence());
  }
}
