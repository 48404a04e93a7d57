package org.skywatt.ingest.simulated;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.skywatt.core.site.Location;
import org.skywatt.core.site.Mount;
import org.skywatt.core.site.Site;
import org.skywatt.core.site.SiteId;
import org.skywatt.core.site.SolarSite;
import org.skywatt.core.site.WindSite;

/** The plants of the world, of organisation {@code demo}. */
final class SimulatedSites {
  private static final String ORGANISATION = "demo";

  /** A ridge from south to north through a point. */
  record Ridge(double latitude, double longitude, double heightM) {}

  /** East of {@code solar-morning-shade} and west of {@code solar-evening-shade}. */
  static final List<Ridge> RIDGES =
      List.of(new Ridge(28.9, 0.034, 1000), new Ridge(29.6, 0.567, 1000));

  private SimulatedSites() {}

  /** All sites by id, each at the height that the terrain has there. */
  static List<Site> on(SimulatedTerrain terrain) {
    List<Site> sites = new ArrayList<>();
    sites.add(solar(terrain, "solar-coast", "Coast", 28.45, 0.30, 12_000, 15_000, 25, 180));
    sites.add(solar(terrain, "solar-plain", "Plain", 29.05, 0.75, 30_000, 39_000, 20, 180));
    sites.add(solar(terrain, "solar-roof", "Roof", 29.35, -0.35, 800, 900, 10, 220));
    sites.add(solar(terrain, "solar-north", "North", 30.00, 0.20, 5_000, 6_000, 30, 170));
    sites.add(
        solar(
            terrain,
            "solar-morning-shade",
            "Valley west of a ridge",
            28.9,
            0.0,
            6_000,
            7_200,
            20,
            180));
    sites.add(
        solar(
            terrain,
            "solar-evening-shade",
            "Valley east of a ridge",
            29.6,
            0.60,
            9_000,
            11_000,
            20,
            180));
    sites.add(wind(terrain, "wind-ridge", "Ridge", 29.25, 0.15, 30_000, 100, 117));
    sites.add(wind(terrain, "wind-shore", "Shore", 28.55, -0.20, 18_000, 80, 90));
    sites.add(wind(terrain, "wind-upland", "Upland", 29.85, -0.15, 9_000, 60, 70));
    sites.sort(Comparator.comparing(Site::id));
    return List.copyOf(sites);
  }

  private static Site solar(
      SimulatedTerrain terrain,
      String id,
      String name,
      double latitude,
      double longitude,
      double capacityKw,
      double dcCapacityKw,
      double tiltDeg,
      double azimuthDeg) {
    return new SolarSite(
        new SiteId(id),
        name + " (SIMULATED)",
        ORGANISATION,
        location(terrain, latitude, longitude),
        capacityKw,
        dcCapacityKw,
        new Mount.Fixed(tiltDeg, azimuthDeg));
  }

  private static Site wind(
      SimulatedTerrain terrain,
      String id,
      String name,
      double latitude,
      double longitude,
      double capacityKw,
      double hubHeightM,
      double rotorDiameterM) {
    return new WindSite(
        new SiteId(id),
        name + " (SIMULATED)",
        ORGANISATION,
        location(terrain, latitude, longitude),
        capacityKw,
        hubHeightM,
        rotorDiameterM,
        "SIMULATED");
  }

  private static Location location(SimulatedTerrain terrain, double latitude, double longitude) {
    return new Location(latitude, longitude, Math.round(terrain.elevationM(latitude, longitude)));
  }

  /** The sites as the CSV file that {@code SitesCsvReader} reads. */
  static String csv(List<Site> sites) {
    StringBuilder csv = new StringBuilder("# SIMULATED\n");
    csv.append("id,name,organisation,technology,latitude,longitude,elevation_m,capacity_kw,");
    csv.append("dc_capacity_kw,tilt_deg,azimuth_deg,hub_height_m,rotor_diameter_m,turbine\n");
    for (Site site : sites) {
      Location at = site.location();
      csv.append(
          String.format(
              Locale.ROOT,
              "%s,%s,%s,%s,%s,%s,%s,%s,%s\n",
              site.id(),
              site.name(),
              site.organisation(),
              site.technology(),
              at.latitude(),
              at.longitude(),
              at.elevationM(),
              site.capacityKw(),
              site instanceof SolarSite solar ? columns(solar) : columns((WindSite) site)));
    }
    return csv.toString();
  }

  private static String columns(SolarSite site) {
    Mount.Fixed mount = (Mount.Fixed) site.mount();
    return site.dcCapacityKw() + "," + mount.tiltDeg() + "," + mount.azimuthDeg() + ",,,";
  }

  private static String columns(WindSite site) {
    return ",,," + site.hubHeightM() + "," + site.rotorDiameterM() + "," + site.turbine();
  }
}
