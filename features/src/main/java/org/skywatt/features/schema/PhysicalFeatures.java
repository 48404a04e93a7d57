package org.skywatt.features.schema;

import static org.skywatt.features.schema.Feature.Source.GENERATION;
import static org.skywatt.features.schema.Feature.Source.NWP;
import static org.skywatt.features.schema.Feature.Source.SATELLITE;
import static org.skywatt.features.schema.Formula.issue;
import static org.skywatt.features.schema.Formula.scan;
import static org.skywatt.features.schema.Formula.weather;

import java.util.List;
import java.util.Set;
import org.skywatt.core.site.SolarSite;
import org.skywatt.core.site.WindSite;
import org.skywatt.features.physical.PhysicalPower;
import org.skywatt.features.physical.SolarPower;
import org.skywatt.features.physical.WindPower;
import org.skywatt.features.schema.Feature.Group;
import org.skywatt.features.tier.InputTiers;
import org.skywatt.features.view.IssueSteps;
import org.skywatt.features.view.WeatherSteps;

/** What the plant would give by its physics, and how far it lately was from that. */
final class PhysicalFeatures {
  private PhysicalFeatures() {}

  /**
   * For solar sites.
   *
   * @param satellitePlane irradiance on the modules by the satellite
   */
  static List<Feature> solar(Formula.OfScan satellitePlane) {
    return List.of(
        power().because(Group.PHYSICAL_POWER, "heat, clipping and shade, which trees do not know"),
        residual()
            .because(Group.PHYSICAL_POWER, "what the weather model or the plant lately got wrong"),
        new Feature(
                "physical_power_satellite",
                "1",
                SATELLITE,
                scan((known, step) -> ofPlane(known, step, satellitePlane.at(known, step))))
            .because(Group.PHYSICAL_POWER, "the same under the clouds that the satellite sees"));
  }

  /** For wind farms. */
  static List<Feature> wind() {
    return List.of(
        power()
            .because(Group.PHYSICAL_POWER, "the curve's steep middle and flat ends, and thin air"),
        residual()
            .because(Group.PHYSICAL_POWER, "what the weather model or the farm lately got wrong"),
        new Feature("icing_risk", "1", NWP, weather(PhysicalFeatures::icingRisk))
            .because(Group.PHYSICAL_POWER, "iced blades give less than the wind tells"));
  }

  private static Feature power() {
    return new Feature("physical_power", "1", NWP, weather(PhysicalPower::of));
  }

  /** Mean over the last hours of the power that was, less the power that physics gives. */
  private static Feature residual() {
    return new Feature(
        "physical_power_residual",
        "1",
        Set.of(NWP, GENERATION),
        issue(PhysicalFeatures::lateResidual));
  }

  private static double lateResidual(IssueSteps known) {
    double sum = 0;
    int count = 0;
    int oldest = known.oldest(InputTiers.OLDEST_READING);
    for (int step = known.newest(); step >= oldest; step--) {
      double was = known.fraction(step);
      double off = Double.isNaN(was) ? was : was - PhysicalPower.of(known.weather(), step);
      if (!Double.isNaN(off)) {
        sum += off;
        count++;
      }
    }
    return count == 0 ? Double.NaN : sum / count;
  }

  private static double icingRisk(WeatherSteps weather, int step) {
    return weather.site() instanceof WindSite farm
        ? WindPower.icingRisk(farm, weather, step)
        : Double.NaN;
  }

  private static double ofPlane(IssueSteps known, int step, double planeWm2) {
    return known.site() instanceof SolarSite solar && !Double.isNaN(planeWm2)
        ? SolarPower.ofPlane(solar, known.weather(), step, planeWm2)
        : Double.NaN;
  }
}
