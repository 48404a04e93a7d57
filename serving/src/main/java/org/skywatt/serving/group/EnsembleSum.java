package org.skywatt.serving.group;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.skywatt.core.run.InputTier;
import org.skywatt.core.run.RunHeader;
import org.skywatt.core.run.RunSite;
import org.skywatt.core.run.SiteForecast;
import org.skywatt.core.run.StaleInput;
import org.skywatt.core.site.SiteId;
import org.skywatt.serving.availability.Caps;
import org.skywatt.serving.availability.LimitsKnown;
import org.skywatt.serving.availability.PowerCap;
import org.skywatt.serving.forecast.Ensemble;
import org.skywatt.serving.forecast.QuantilePicker;
import org.skywatt.serving.forecast.StepSeries;
import org.skywatt.serving.forecast.TimeRange;
import org.skywatt.serving.scenario.JointScenarios;

/** Adds up sites: means with means, and each scenario with the same of the others. */
@ApplicationScoped
public class EnsembleSum {
  private final Caps caps;
  private final JointScenarios scenarios;

  EnsembleSum(Caps caps, JointScenarios scenarios) {
    this.caps = caps;
    this.scenarios = scenarios;
  }

  /**
   * @param limits by when limits must have been entered to count
   * @param sites of the run, at least one; a step that is missing at one is missing in the sum
   */
  public Ensemble of(
      RunHeader header,
      String id,
      String organisation,
      List<SiteForecast> sites,
      LimitsKnown limits) {
    List<SiteId> ids = sites.stream().map(each -> each.site().siteId()).toList();
    return of(header, id, organisation, sites, caps.of(ids, limits));
  }

  /**
   * @param limits of the sites that have some
   * @param sites of the run, at least one; a step that is missing at one is missing in the sum
   */
  Ensemble of(
      RunHeader header,
      String id,
      String organisation,
      List<SiteForecast> sites,
      Map<String, PowerCap> limits) {
    double capacityKw = sites.stream().mapToDouble(each -> each.site().capacityKw()).sum();
    double[] mean = new double[header.steps()];
    double[][] courses = new double[JointScenarios.COUNT][header.steps()];
    QuantilePicker picker = QuantilePicker.of(null, header.levels());
    StepSeries steps = null;
    for (SiteForecast site : sites) {
      double part = site.site().capacityKw() / capacityKw;
      PowerCap cap = limits.getOrDefault(site.site().siteId().value(), PowerCap.NONE);
      steps = StepSeries.of(header, site, TimeRange.ALL, picker, cap);
      for (int step = 0; step < mean.length; step++) {
        mean[step] += part * steps.mean()[step];
      }
      double[][] own = scenarios.of(header, site, cap, steps.quantiles());
      for (int i = 0; i < courses.length; i++) {
        for (int step = 0; step < mean.length; step++) {
          courses[i][step] += part * own[i][step];
        }
      }
    }
    double[] levels = header.levels().toArray();
    double[][] quantiles = new double[mean.length][];
    for (int step = 0; step < mean.length; step++) {
      quantiles[step] = Double.isNaN(mean[step]) ? null : Ensemble.quantiles(courses, step, levels);
    }
    return new Ensemble(
        header,
        whole(id, organisation, sites),
        new StepSeries(steps.start(), steps.end(), mean, quantiles),
        courses);
  }

  private static RunSite whole(String id, String organisation, List<SiteForecast> sites) {
    InputTier tier = InputTier.FULL;
    Set<StaleInput> stale = EnumSet.noneOf(StaleInput.class);
    for (SiteForecast each : sites) {
      tier = each.site().inputTier().compareTo(tier) > 0 ? each.site().inputTier() : tier;
      stale.addAll(each.site().staleInputs());
    }
    double capacity = sites.stream().mapToDouble(each -> each.site().capacityKw()).sum();
    double available = sites.stream().mapToDouble(each -> each.site().availableKw()).sum();
    return new RunSite(
        new SiteId(id), organisation, capacity, Math.min(available, capacity), tier, stale);
  }
}
