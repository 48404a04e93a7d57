package org.skywatt.features.view;

import org.skywatt.core.site.Site;
import org.skywatt.core.site.WindSite;
import org.skywatt.core.wind.GenericPowerCurve;
import org.skywatt.core.wind.PowerCurve;

/**
 * The power curve of a wind farm by its rating and rotors, as a fraction of capacity; computed
 * once. How many turbines share the capacity is not known: so many as bring the rating of a rotor's
 * area next to 350 W/m², where most turbines are built.
 */
public final class SiteCurve {
  private static final double ORDINARY_WM2 = 350;

  private final Site site;
  private PowerCurve curve;

  SiteCurve(Site site) {
    this.site = site;
  }

  /**
   * Fraction of capacity, 0 to 1; NaN for NaN.
   *
   * @param speed at the hub, m/s
   * @param density of the air at the hub, kg/m³
   * @throws IllegalArgumentException if the site is no wind farm
   */
  public double power(double speed, double density) {
    if (curve == null) {
      curve = curve();
    }
    return curve.power(speed, density);
  }

  private PowerCurve curve() {
    if (!(site instanceof WindSite farm)) {
      throw new IllegalArgumentException(site.id().value() + " is no wind farm");
    }
    double area = Math.PI * farm.rotorDiameterM() * farm.rotorDiameterM() / 4;
    long turbines = Math.max(1, Math.round(1000 * farm.capacityKw() / (ORDINARY_WM2 * area)));
    double rating = farm.capacityKw() / turbines;
    return GenericPowerCurve.of(rating, farm.rotorDiameterM()).times(1 / rating);
  }
}
