package org.skywatt.serving.availability;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.skywatt.serving.problem.ProblemException;

/** A limit of a site as the API writes it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Availability", description = "What a site gives at most from start on, before end")
public record LimitJson(
    @Schema(readOnly = true) Long id,
    @Schema(
            required = true,
            enumeration = {"outage", "export-limit", "capacity"})
        String kind,
    @Schema(required = true) Instant start,
    @Schema(description = "Until further notice if absent") Instant end,
    @Schema(required = true, description = "kW, 0 to the site's capacity") Double limitKw,
    String note) {

  private static final List<String> KINDS = List.of("outage", "export-limit", "capacity");
  private static final int LONGEST_NOTE = 1000;
  private static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

  /**
   * @throws ProblemException (400) naming the field that is missing or impossible
   */
  void validate(double capacityKw) {
    if (kind == null || !KINDS.contains(kind)) {
      throw invalid("kind must be one of " + KINDS);
    }
    if (start == null || start.isBefore(FIRST) || start.isAfter(LAST)) {
      throw invalid("start must be a time of 1970 to 2200");
    }
    if (end != null && (!end.isAfter(start) || end.isAfter(LAST))) {
      throw invalid("end must come after start");
    }
    if (limitKw == null || !(limitKw >= 0 && limitKw <= capacityKw)) {
      throw invalid("limitKw must be 0 to the site's capacity, " + capacityKw + " kW");
    }
    if (note != null && (note.length() > LONGEST_NOTE || note.indexOf('\0') >= 0)) {
      throw invalid("note has at most " + LONGEST_NOTE + " characters");
    }
  }

  private static ProblemException invalid(String detail) {
    return ProblemException.badRequest("invalid-availability", detail);
  }
}
