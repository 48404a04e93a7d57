package org.skywatt.serving.green;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.skywatt.core.site.SiteId;
import org.skywatt.green.window.WindowRequest;
import org.skywatt.serving.forecast.TimeRange;
import org.skywatt.serving.problem.ProblemException;
import org.skywatt.serving.site.SitesResource;

/** The body of a request for green windows. */
@Schema(name = "GreenWindowsQuery")
public record GreenWindowsQuery(
    @Schema(
            required = true,
            description = "Site ids, 1 to 10000; one that is named twice counts once")
        List<String> sites,
    @Schema(required = true, examples = "PT3H", description = "Length of the work, ISO 8601")
        String duration,
    @Schema(description = "Start no sooner; now if absent or past") String earliestStart,
    @Schema(required = true, description = "End no later") String deadline,
    @Schema(description = "Windows wanted at most, 1 to 100; 3 if absent") Integer top,
    @Schema(description = "Quantile levels of the run; all if absent") double[] levels) {

  private static final int MAX_SITES = 10_000;
  private static final int DEFAULT_TOP = 3;

  Set<SiteId> siteIds() {
    if (sites == null || sites.isEmpty() || sites.size() > MAX_SITES) {
      throw ProblemException.badRequest(
          "invalid-sites", "sites must list 1 to " + MAX_SITES + " site ids");
    }
    Set<SiteId> ids = new LinkedHashSet<>();
    for (String each : sites) {
      ids.add(SitesResource.parse(each));
    }
    return ids;
  }

  WindowRequest request(Instant now) {
    return new WindowRequest(
        now,
        earliestStart == null ? now : TimeRange.time("earliestStart", earliestStart),
        TimeRange.time("deadline", require("deadline", deadline)),
        length(),
        top == null ? DEFAULT_TOP : top);
  }

  private Duration length() {
    try {
      return Duration.parse(require("duration", duration));
    } catch (DateTimeException e) {
      throw ProblemException.badRequest(
          "invalid-duration", "duration '" + duration + "' must be ISO 8601, such as PT3H");
    }
  }

  private static String require(String field, String value) {
    if (value == null) {
      throw ProblemException.badRequest("missing-field", field + " is missing");
    }
    return value;
  }
}
