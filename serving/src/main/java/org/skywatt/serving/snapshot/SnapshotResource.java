package org.skywatt.serving.snapshot;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.skywatt.core.run.RunFile;
import org.skywatt.core.run.RunHeader;
import org.skywatt.serving.access.Caller;
import org.skywatt.serving.access.CurrentCaller;
import org.skywatt.serving.access.Role;
import org.skywatt.serving.availability.Caps;
import org.skywatt.serving.config.SkywattConfig;
import org.skywatt.serving.forecast.EntityTags;
import org.skywatt.serving.forecast.PowerUnit;
import org.skywatt.serving.forecast.QuantilePicker;
import org.skywatt.serving.forecast.TimeRange;
import org.skywatt.serving.format.AnswerCache;
import org.skywatt.serving.format.AnswerFormat;
import org.skywatt.serving.format.ArrowWriter;
import org.skywatt.serving.format.CsvWriter;
import org.skywatt.serving.problem.ProblemException;
import org.skywatt.serving.run.Runs;

/** All sites of the organisation at once. */
@Path("/v1/forecasts")
@Produces({MediaType.APPLICATION_JSON, AnswerFormat.CSV_TYPE, AnswerFormat.ARROW_TYPE})
@Tag(name = "Forecasts")
public class SnapshotResource {
  private static final long MOST_CELLS = 2_000_000;

  private final Runs runs;
  private final Caps caps;
  private final SkywattConfig config;
  private final CurrentCaller caller;
  private final AnswerCache answers;

  SnapshotResource(
      Runs runs, Caps caps, SkywattConfig config, CurrentCaller caller, AnswerCache answers) {
    this.answers = answers;
    this.runs = runs;
    this.caps = caps;
    this.config = config;
    this.caller = caller;
  }

  @GET
  @Path("snapshot")
  @RolesAllowed(Role.VIEWERS)
  @Operation(
      summary = "Every site at one time",
      description =
          "The step of the newest run that the time lies in. Limits of sites are applied. May be"
              + " called by viewers.")
  @APIResponse(responseCode = "200", description = "A row a site")
  @APIResponse(responseCode = "304", description = "Nothing is new")
  @APIResponse(responseCode = "400", description = "invalid-time, invalid-levels or invalid-unit")
  @APIResponse(responseCode = "422", description = "beyond-forecast: the run has no such step")
  public Response snapshot(
      @Parameter(required = true, description = "Such as 2026-06-01T12:00:00Z") @QueryParam("time")
          String time,
      @QueryParam("levels") String levels,
      @QueryParam("unit") String unit,
      @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Parameter(hidden = true) String ifNoneMatch,
      @Context HttpHeaders headers) {
    if (time == null) {
      throw ProblemException.badRequest("missing-field", "time is missing");
    }
    Instant at = TimeRange.time("time", time);
    return answer(
        header -> {
          int step = step(header, at);
          if (step < 0 || step >= header.steps()) {
            throw beyond(header);
          }
          return new int[] {step, 1};
        },
        levels,
        unit,
        ifNoneMatch,
        AnswerFormat.of(headers),
        true);
  }

  @GET
  @Path("matrix")
  @RolesAllowed(Role.VIEWERS)
  @Operation(
      summary = "Every site at every step of a range",
      description =
          "Steps of the newest run that overlap the range; at most 2,000,000 numbers in an answer."
              + " May be called by viewers.")
  @APIResponse(responseCode = "200", description = "For each site its steps")
  @APIResponse(responseCode = "304", description = "Nothing is new")
  @APIResponse(
      responseCode = "400",
      description = "invalid-time, invalid-range, invalid-levels or invalid-unit")
  @APIResponse(responseCode = "422", description = "beyond-forecast or too-large")
  public Response matrix(
      @QueryParam("from") String from,
      @QueryParam("to") String to,
      @QueryParam("levels") String levels,
      @QueryParam("unit") String unit,
      @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Parameter(hidden = true) String ifNoneMatch,
      @Context HttpHeaders headers) {
    TimeRange range = TimeRange.parse(from, to);
    return answer(
        header -> {
          int first = from == null ? 0 : Math.max(0, step(header, range.from()));
          int last =
              to == null
                  ? header.steps() - 1
                  : Math.min(header.steps() - 1, step(header, range.to().minusNanos(1)));
          if (first > last) {
            throw beyond(header);
          }
          return new int[] {first, last - first + 1};
        },
        levels,
        unit,
        ifNoneMatch,
        AnswerFormat.of(headers),
        false);
  }

  /** First step and number of steps of a run. */
  @FunctionalInterface
  private interface Steps {
    int[] of(RunHeader header);
  }

  /**
   * All that the bytes of an answer depend on.
   *
   * @param organisation null where the caller sees those of all
   */
  private record Question(
      String sha256,
      int limits,
      String organisation,
      List<Double> levels,
      PowerUnit unit,
      int firstStep,
      int steps,
      boolean stale,
      boolean oneTime,
      AnswerFormat format) {}

  private Response answer(
      Steps wanted,
      String levels,
      String unit,
      String ifNoneMatch,
      AnswerFormat format,
      boolean oneTime) {
    double[] asked = QuantilePicker.parse(levels);
    PowerUnit power = unit == null ? PowerUnit.KW : PowerUnit.parse(unit);
    Caller who = caller.get();
    return runs.read(
        run -> {
          int[] steps = wanted.of(run.header());
          QuantilePicker picker = QuantilePicker.of(asked, run.header().levels());
          requireSize(run, steps[1], picker);
          boolean stale = runs.isStale(run.header());
          int limits = caps.version();
          Question question =
              new Question(
                  run.sha256(),
                  limits,
                  who.everyOrganisation() ? null : who.organisation(),
                  levels(picker),
                  power,
                  steps[0],
                  steps[1],
                  stale,
                  oneTime,
                  format);
          return EntityTags.answer(
              EntityTags.of(run, stale, limits, format),
              ifNoneMatch,
              format,
              () ->
                  answers.get(
                      question,
                      () ->
                          write(
                              Snapshot.of(
                                  run,
                                  who,
                                  caps,
                                  picker,
                                  power,
                                  steps[0],
                                  steps[1],
                                  stale,
                                  config.simulated()),
                              format,
                              oneTime)));
        });
  }

  private static List<Double> levels(QuantilePicker picker) {
    return IntStream.range(0, picker.size()).mapToObj(picker::level).toList();
  }

  private static void requireSize(RunFile run, int steps, QuantilePicker picker) {
    long cells = (long) run.siteCount() * steps * (picker.size() + 1);
    if (cells > MOST_CELLS && steps > 1) {
      throw ProblemException.unanswerable(
          "too-large",
          "the answer would have "
              + cells
              + " numbers, at most "
              + MOST_CELLS
              + " are possible: ask for less time or fewer levels");
    }
  }

  private static byte[] write(Snapshot snapshot, AnswerFormat format, boolean oneTime) {
    return switch (format) {
      case JSON -> oneTime ? snapshot.jsonOfOneTime() : snapshot.jsonOfMatrix();
      case CSV -> CsvWriter.write(snapshot.table());
      case ARROW -> ArrowWriter.write(snapshot.table());
    };
  }

  private static int step(RunHeader header, Instant time) {
    long seconds = time.getEpochSecond() - header.firstStart().getEpochSecond();
    return (int)
        Math.max(-1, Math.min(header.steps(), Math.floorDiv(seconds, (long) header.stepSeconds())));
  }

  private static ProblemException beyond(RunHeader header) {
    return ProblemException.unanswerable(
        "beyond-forecast",
        "run " + header.runId() + " goes from " + header.firstStart() + " to " + header.end());
  }
}
