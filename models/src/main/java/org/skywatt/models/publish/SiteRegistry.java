package org.skywatt.models.publish;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.skywatt.core.site.Mount;
import org.skywatt.core.site.Site;
import org.skywatt.core.site.SolarSite;
import org.skywatt.core.site.WindSite;

/** Publishes {@code sites.json}: the sites that runs are about, for the service to take over. */
public final class SiteRegistry {
  /** Name of the file in the published folder. */
  public static final String FILE = "sites.json";

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /** A site as JSON; what does not apply is absent. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Entry(
      String id,
      String name,
      String organisation,
      String technology,
      double latitude,
      double longitude,
      double elevationM,
      double capacityKw,
      Double dcCapacityKw,
      Double tiltDeg,
      Double azimuthDeg,
      Double axisAzimuthDeg,
      Double maxAngleDeg,
      Double groundCoverRatio,
      Double hubHeightM,
      Double rotorDiameterM,
      String turbine) {}

  private SiteRegistry() {}

  /** Replaces the file in {@code folder}, in one step. */
  public static void publish(List<Site> sites, Path folder) throws IOException {
    List<Entry> entries = sites.stream().map(SiteRegistry::entry).toList();
    PublishedFile.put(folder.resolve(FILE), JSON.writeValueAsBytes(entries));
  }

  private static Entry entry(Site site) {
    SolarSite solar = site instanceof SolarSite s ? s : null;
    WindSite wind = site instanceof WindSite s ? s : null;
    Mount.Fixed fixed = solar != null && solar.mount() instanceof Mount.Fixed m ? m : null;
    Mount.SingleAxisTracker tracker =
        solar != null && solar.mount() instanceof Mount.SingleAxisTracker m ? m : null;
    return new Entry(
        site.id().value(),
        site.name(),
        site.organisation(),
        site.technology(),
        site.location().latitude(),
        site.location().longitude(),
        site.location().elevationM(),
        site.capacityKw(),
        solar == null ? null : solar.dcCapacityKw(),
        fixed == null ? null : fixed.tiltDeg(),
        fixed == null ? null : fixed.azimuthDeg(),
        tracker == null ? null : tracker.axisAzimuthDeg(),
        tracker == null ? null : tracker.maxAngleDeg(),
        tracker == null ? null : tracker.groundCoverRatio(),
        wind == null ? null : wind.hubHeightM(),
        wind == null ? null : wind.rotorDiameterM(),
        wind == null ? null : wind.turbine());
  }
}
