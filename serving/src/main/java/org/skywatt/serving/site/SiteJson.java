package org.skywatt.serving.site;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.skywatt.core.site.Location;
import org.skywatt.core.site.Mount;
import org.skywatt.core.site.Site;
import org.skywatt.core.site.SiteId;
import org.skywatt.core.site.SolarSite;
import org.skywatt.core.site.WindSite;

/** A site as {@code sites.json} and the API write it; what does not apply is absent. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
    name = "Site",
    description =
        "A plant. Degrees, metres and kW; azimuths clockwise from north. Solar sites have"
            + " dcCapacityKw and either tiltDeg and azimuthDeg or the three fields of a tracker;"
            + " wind sites have hubHeightM, rotorDiameterM and turbine.")
public record SiteJson(
    String id,
    String name,
    String organisation,
    String technology,
    Double latitude,
    Double longitude,
    Double elevationM,
    Double capacityKw,
    Double dcCapacityKw,
    Double tiltDeg,
    Double azimuthDeg,
    Double axisAzimuthDeg,
    Double maxAngleDeg,
    Double groundCoverRatio,
    Double hubHeightM,
    Double rotorDiameterM,
    String turbine) {

  /** As JSON. */
  public static SiteJson of(Site site) {
    SolarSite solar = site instanceof SolarSite each ? each : null;
    WindSite wind = site instanceof WindSite each ? each : null;
    Mount mount = solar == null ? null : solar.mount();
    Mount.Fixed fixed = mount instanceof Mount.Fixed each ? each : null;
    Mount.SingleAxisTracker tracker = mount instanceof Mount.SingleAxisTracker each ? each : null;
    return new SiteJson(
        site.id().value(),
        site.name(),
        site.organisation(),
        site.technology(),
        site.location().latitude(),
        site.location().longitude(),
        site.location().elevationM(),
        site.capacityKw(),
        solar == null ? null : (Double) solar.dcCapacityKw(),
        fixed == null ? null : (Double) fixed.tiltDeg(),
        fixed == null ? null : (Double) fixed.azimuthDeg(),
        tracker == null ? null : (Double) tracker.axisAzimuthDeg(),
        tracker == null ? null : (Double) tracker.maxAngleDeg(),
        tracker == null ? null : (Double) tracker.groundCoverRatio(),
        wind == null ? null : (Double) wind.hubHeightM(),
        wind == null ? null : (Double) wind.rotorDiameterM(),
        wind == null ? null : wind.turbine());
  }

  /** The same with an id, name and organisation where it has none, and at sea level if not told. */
  public SiteJson named(String fallback, String owner) {
    return new SiteJson(
        id == null ? fallback : id,
        name == null ? fallback : name,
        organisation == null ? owner : organisation,
        technology,
        latitude,
        longitude,
        elevationM == null ? (Double) 0.0 : elevationM,
        capacityKw,
        dcCapacityKw,
        tiltDeg,
        azimuthDeg,
        axisAzimuthDeg,
        maxAngleDeg,
        groundCoverRatio,
        hubHeightM,
        rotorDiameterM,
        turbine);
  }

  /**
   * The site, validated.
   *
   * @throws IllegalArgumentException if a field is missing or impossible
   */
  public Site toSite() {
    SiteId siteId = new SiteId(id);
    Location location =
        new Location(
            require("latitude", latitude),
            require("longitude", longitude),
            require("elevationM", elevationM));
    double capacity = require("capacityKw", capacityKw);
    if ("solar".equals(technology)) {
      return new SolarSite(
          siteId,
          name,
          organisation,
          location,
          capacity,
          require("dcCapacityKw", dcCapacityKw),
          mount());
    }
    if ("wind".equals(technology)) {
      return new WindSite(
          siteId,
          name,
          organisation,
          location,
          capacity,
          require("hubHeightM", hubHeightM),
          require("rotorDiameterM", rotorDiameterM),
          turbine);
    }
    throw new IllegalArgumentException("technology '" + technology + "' must be solar or wind");
  }

  private Mount mount() {
    if (axisAzimuthDeg != null) {
      return new Mount.SingleAxisTracker(
          axisAzimuthDeg,
          require("maxAngleDeg", maxAngleDeg),
          require("groundCoverRatio", groundCoverRatio));
    }
    return new Mount.Fixed(require("tiltDeg", tiltDeg), require("azimuthDeg", azimuthDeg));
  }

  private static double require(String field, Double value) {
    if (value == null) {
      throw new IllegalArgumentException(field + " is missing");
    }
    return value;
  }
}
