package org.skywatt.features.quality;

import java.util.Optional;
import org.skywatt.core.site.Location;
import org.skywatt.core.site.Mount;
import org.skywatt.core.site.Site;
import org.skywatt.core.site.SolarSite;
import org.skywatt.core.solar.Transposition;

/**
 * What is known of the plant whose power is checked.
 *
 * @param capacityKw AC capacity, kW; NaN where unknown
 * @param location of a solar plant; empty turns off what the sun can tell, and is right for wind
 * @param plane how the modules face; empty: found from the power of clear days
 */
public record Plant(
    double capacityKw, Optional<Location> location, Optional<Transposition.Plane> plane) {
  /** What is known of a site. */
  public static Plant of(Site site) {
    if (site instanceof SolarSite solar) {
      Optional<Transposition.Plane> plane =
          solar.mount() instanceof Mount.Fixed fixed
              ? Optional.of(new Transposition.Plane(fixed.tiltDeg(), fixed.azimuthDeg()))
              : Optional.empty();
      return new Plant(solar.capacityKw(), Optional.of(solar.location()), plane);
    }
    return new Plant(site.capacityKw(), Optional.empty(), Optional.empty());
  }
}
