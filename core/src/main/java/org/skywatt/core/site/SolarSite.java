package org.skywatt.core.site;

/**
 * A photovoltaic plant.
 *
 * @param capacityKw AC capacity, kW: the inverters' limit
 * @param dcCapacityKw DC capacity at standard test conditions, kW
 */
public record SolarSite(
    SiteId id,
    String name,
    String organisation,
    Location location,
    double capacityKw,
    double dcCapacityKw,
    Mount mount)
    implements Site {
  public SolarSite {
    if (id == null || location == null || mount == null) {
      throw new IllegalArgumentException("a solar site needs an id, a location and a mount");
    }
    Require.text("site name", name);
    Require.text("organisation", organisation);
    Require.positive("AC capacity", capacityKw, "kW");
    Require.positive("DC capacity", dcCapacityKw, "kW");
  }
}
