package org.skywatt.serving.job;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.skywatt.core.site.SiteId;
import org.skywatt.serving.problem.ProblemException;
import org.skywatt.serving.site.SitesResource;

/** A place that a job may run at, as it is asked for. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "GreenJobPlace")
public record PlaceBody(
    @Schema(required = true, description = "Told in the plan; up to 64 characters") String name,
    @Schema(required = true, description = "Sites whose green power the job runs on there")
        List<String> sites,
    @Schema(description = "Grid of the place; that of the job if absent") String zone,
    @Schema(description = "Energy that moving the job there takes, kWh; 0 if absent")
        Double transferKwh) {
  private static final int MOST_SITES = 10_000;
  private static final int LONGEST_NAME = 64;
  private static final double MOST_KWH = 1e7;

  void require() {
    if (name == null || name.isBlank() || name.length() > LONGEST_NAME || name.indexOf('\0') >= 0) {
      throw ProblemException.badRequest(
          "invalid-places", "each place needs a name of 1 to " + LONGEST_NAME + " characters");
    }
    if (!(transfer() >= 0 && transfer() <= MOST_KWH)) {
      throw ProblemException.badRequest(
          "invalid-places",
          "transferKwh " + transferKwh + " of place '" + name + "' must be 0 or more");
    }
    if (zone != null) {
      requireZone(zone);
    }
    siteIds();
  }

  static void requireZone(String zone) {
    if (!zone.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")) {
      throw ProblemException.badRequest(
          "invalid-zone", "zone must have 1 to 64 of the characters A-Z a-z 0-9 . _ -");
    }
  }

  /** Energy of a transfer, kWh. */
  double transfer() {
    return transferKwh == null ? 0 : transferKwh;
  }

  Set<SiteId> siteIds() {
    if (sites == null || sites.isEmpty() || sites.size() > MOST_SITES) {
      throw ProblemException.badRequest(
          "invalid-sites", "sites must list 1 to " + MOST_SITES + " site ids");
    }
    Set<SiteId> ids = new LinkedHashSet<>();
    sites.forEach(each -> ids.add(SitesResource.parse(each)));
    return ids;
  }
}
