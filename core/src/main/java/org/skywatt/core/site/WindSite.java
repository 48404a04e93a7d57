package org.skywatt.core.site;

/**
 * A wind farm.
 *
 * @param capacityKw AC capacity of the farm, kW
 * @param hubHeightM metres above ground, 10 to 300
 * @param rotorDiameterM metres, positive
 * @param turbine turbine type as the manufacturer names it; never blank
 */
public record WindSite(
    SiteId id,
    String name,
    String organisation,
    Location location,
    double capacityKw,
    double hubHeightM,
    double rotorDiameterM,
    String turbine)
    implements Site {
  public WindSite {
    if (id == null || location == null) {
      throw new IllegalArgumentException("a wind site needs an id and a location");
    }
    Require.text("site name", name);
    Require.text("organisation", organisation);
    Require.positive("capacity", capacityKw, "kW");
    Require.within("hub height", hubHeightM, 10, 300, "m");
    Require.positive("rotor diameter", rotorDiameterM, "m");
    Require.text("turbine", turbine);
  }
}
