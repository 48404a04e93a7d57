package org.skywatt.ingest.gefcom2014;

import java.util.List;
import java.util.stream.IntStream;
import org.skywatt.core.site.Location;
import org.skywatt.core.site.Mount;
import org.skywatt.core.site.Site;
import org.skywatt.core.site.SiteId;
import org.skywatt.core.site.SolarSite;
import org.skywatt.core.site.WindSite;

/** The three plants and ten farms, with what the organisers published about them. */
public final class Gefcom2014Sites {
  private static final String ORGANISATION = "gefcom2014";

  private Gefcom2014Sites() {}

  /** Zones 1, 2 and 3 of the solar track; all at the place that the sun's position suggests. */
  public static List<Site> solar() {
    return List.of(
        solar(1, 595, 36, 38, 1.560), solar(2, 602, 35, 327, 4.940), solar(3, 951, 21, 31, 4.000));
  }

  /**
   * Zones 1 to 10 of the wind track. Place, turbine and capacity are undisclosed: nominal values.
   */
  public static List<Site> wind() {
    return IntStream.rangeClosed(1, 10).mapToObj(Gefcom2014Sites::wind).toList();
  }

  /** The site of {@code zone}. */
  public static SiteId id(String track, int zone) {
    return new SiteId(String.format("gefcom2014-%s-%02d", track, zone));
  }

  private static Site solar(
      int zone, double elevationM, double tiltDeg, double azimuthDeg, double capacityKw) {
    return new SolarSite(
        id("solar", zone),
        "GEFCom2014 solar zone " + zone,
        ORGANISATION,
        new Location(-35.4, 149.1, elevationM),
        capacityKw,
        capacityKw,
        new Mount.Fixed(tiltDeg, azimuthDeg));
  }

  private static Site wind(int zone) {
    return new WindSite(
        id("wind", zone),
        "GEFCom2014 wind zone " + zone,
        ORGANISATION,
        new Location(-35.4, 149.1, 600),
        1000,
        100,
        90,
        "undisclosed");
  }
}
