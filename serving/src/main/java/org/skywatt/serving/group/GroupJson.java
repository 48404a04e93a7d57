package org.skywatt.serving.group;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.skywatt.core.site.SiteId;
import org.skywatt.serving.site.Area;

/** A portfolio or region as the API reads and writes it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Group", description = "A portfolio names its sites, a region its area")
public record GroupJson(
    @Schema(description = "1 to 64 of a-z 0-9 . _ -", examples = "north") String id,
    @Schema(examples = "Northern plants") String name,
    @Schema(description = "Told, not asked for: the caller's", readOnly = true) String organisation,
    @Schema(
            description = "Only sites of this technology; all if absent",
            enumeration = {"solar", "wind"})
        String technology,
    @Schema(description = "Of a portfolio: 1 to 100000 ids of sites") List<String> siteIds,
    @Schema(
            description = "Of a region: a GeoJSON Polygon or MultiPolygon, longitude first",
            implementation = Object.class,
            examples =
                "{\"type\":\"Polygon\",\"coordinates\":[[[8,46],[9,46],[9,47],[8,47],[8,46]]]}")
        JsonNode geometry) {
  private static final int MOST_SITES = 100_000;
  private static final int LONGEST_NAME = 200;

  /**
   * The same, checked, with an id and owner.
   *
   * @throws org.skywatt.serving.problem.ProblemException (400) naming what is wrong
   */
  GroupJson validated(GroupKind kind, String givenId, String owner) {
    String checkedId = kind.parse(givenId == null ? id : givenId);
    if (givenId != null && id != null && !id.equals(givenId)) {
      throw kind.invalid("id must be that of the path, " + givenId);
    }
    if (name == null
        || name.isBlank()
        || name.length() > LONGEST_NAME
        || name.chars().anyMatch(Character::isISOControl)) {
      throw kind.invalid("name must have 1 to " + LONGEST_NAME + " characters");
    }
    if (technology != null && !technology.equals("solar") && !technology.equals("wind")) {
      throw kind.invalid("technology must be solar or wind");
    }
    try {
      if (kind == GroupKind.PORTFOLIO) {
        requireSites();
      } else {
        Area.ofGeoJson(geometry);
      }
    } catch (IllegalArgumentException e) {
      throw kind.invalid(e.getMessage());
    }
    return new GroupJson(
        checkedId,
        name,
        owner,
        technology,
        kind == GroupKind.PORTFOLIO ? siteIds.stream().distinct().sorted().toList() : null,
        kind == GroupKind.REGION ? geometry : null);
  }

  private void requireSites() {
    if (siteIds == null || siteIds.isEmpty() || siteIds.size() > MOST_SITES) {
      throw new IllegalArgumentException("siteIds must name 1 to " + MOST_SITES + " sites");
    }
    if (geometry != null) {
      throw new IllegalArgumentException("a portfolio has no geometry; POST /v1/regions");
    }
    for (String each : siteIds) {
      SiteId unused = new SiteId(each);
    }
  }
}
