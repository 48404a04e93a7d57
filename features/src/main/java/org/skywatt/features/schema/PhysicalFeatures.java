package org.skywatt.features.schema;

import static org.skywatt.features.schema.Feature.Source.GENERATION;
import static org.skywatt.features.schema.Feature.Source.NWP;
import static org.skywatt.features.schema.Feature.Source.SATELLITE;
import static org.skywatt.features.schema.IssueFormula.issue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.skywatt.core.site.SolarSite;
import org.skywatt.core.site.WindSite;
import org.skywatt.core.time.Interval;
import org.skywatt.features.physical.SolarPower;
import org.skywatt.features.physical.WindPower;
import org.skywatt.features.schema.Feature.Group;
import org.skywatt.features.tier.InputTiers;
import org.skywatt.features.view.SiteView;

/** What the plant would give by its physics, and how far it lately was from that. */
final class PhysicalFeatures {
  private PhysicalFeatures() {}

  /**
   * For solar sites.
   *
   * @param satellitePlane irradiance on the modules by the satellite
   */
  static List<Feature> solar(Feature satellitePlane) {
    return List.of(
        power().because(Group.PHYSICAL_POWER, "heat, clipping and shade, which trees do not know"),
        residual()
            .because(Group.PHYSICAL_POWER, "what the weather model or the plant lately got wrong"),
        new Feature(
                "physical_power_satellite",
                "1",
                SATELLITE,
                (view, step) -> ofPlane(view, step, satellitePlane.formula().at(view, step)))
            .because(Group.PHYSICAL_POWER, "the same under the clouds that the satellite sees"));
  }

  /** For wind farms. */
  static List<Feature> wind() {
    return List.of(
        power()
            .because(Group.PHYSICAL_POWER, "the curve's steep middle and flat ends, and thin air"),
        residual()
            .because(Group.PHYSICAL_POWER, "what the weather model or the farm lately got wrong"));
  }

  private static Feature power() {
    return new Feature("physical_power", "1", NWP, PhysicalFeatures::power);
  }

  /** Mean over the last hours of the power that was, less the power that physics gives. */
  private static Feature residual() {
    return new Feature(
        "physical_power_residual",
        "1",
        Set.of(NWP, GENERATION),
        issue(PhysicalFeatures::lateResidual));
  }

  private static double lateResidual(SiteView view, Duration length) {
    double sum = 0;
    int count = 0;
    for (Instant end : view.generation().recentEnds(length, InputTiers.OLDEST_READING)) {
      double was = view.generation().fraction(end);
      double off = Double.isNaN(was) ? was : was - power(view, Interval.endingAt(end, length));
      if (!Double.isNaN(off)) {
        sum += off;
        count++;
      }
    }
    return count == 0 ? Double.NaN : sum / count;
  }

  private static double power(SiteView view, Interval step) {
    return view.site() instanceof SolarSite solar
        ? SolarPower.ofWeather(solar, view, step)
        : WindPower.ofWeather((WindSite) view.site(), view, step);
  }

  private static double ofPlane(SiteView view, Interval step, double planeWm2) {
    return view.site() instanceof SolarSite solar && !Double.isNaN(planeWm2)
        ? SolarPower.ofPlane(solar, view, step, planeWm2)
        : Double.NaN;
  }
}
