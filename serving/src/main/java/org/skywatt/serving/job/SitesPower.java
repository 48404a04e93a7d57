package org.skywatt.serving.job;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.skywatt.core.run.RunFile;
import org.skywatt.core.run.SiteForecast;
import org.skywatt.core.site.SiteId;
import org.skywatt.green.job.Charge;
import org.skywatt.green.job.GreenPower;
import org.skywatt.green.job.Segment;
import org.skywatt.green.plan.Battery;
import org.skywatt.serving.access.Caller;
import org.skywatt.serving.availability.LimitsKnown;
import org.skywatt.serving.forecast.Ensemble;
import org.skywatt.serving.group.EnsembleSum;
import org.skywatt.serving.site.SitesResource;

/** Green power of sites that a caller sees, in one run, and what jobs take of it. */
@ApplicationScoped
public class SitesPower {
  private final EnsembleSum sums;

  SitesPower(EnsembleSum sums) {
    this.sums = sums;
  }

  /**
   * The sum over sites, out of the run's joint scenarios, with the limits that hold now.
   *
   * @throws org.skywatt.serving.problem.ProblemException (404) for a site that is not in the run,
   *     or not the caller's
   */
  public GreenPower of(RunFile run, Caller caller, Collection<SiteId> sites) {
    return of(run, caller, sites, LimitsKnown.NOW);
  }

  /** The same with other limits, such as those that were known at a time. */
  GreenPower of(RunFile run, Caller caller, Collection<SiteId> sites, LimitsKnown limits) {
    List<SiteForecast> found = find(run, caller, sites);
    Ensemble sum = sums.of(run.header(), "green", caller.organisation(), found, limits);
    double capacity = sum.whole().capacityKw();
    double[][] courses = new double[sum.scenarios().length][];
    for (int i = 0; i < courses.length; i++) {
      courses[i] = times(capacity, sum.scenarios()[i]);
    }
    return GreenPower.of(run.header(), times(capacity, sum.series().mean()), courses);
  }

  /**
   * The expected sum in each step as the run has it, kW; NaN where a site has no forecast. Cheaper
   * than all.
   */
  double[] means(RunFile run, Caller caller, Collection<SiteId> sites) {
    double[] sum = new double[run.header().steps()];
    for (SiteForecast site : find(run, caller, sites)) {
      for (int step = 0; step < sum.length; step++) {
        sum[step] += site.site().capacityKw() * site.mean(step);
      }
    }
    return sum;
  }

  private static List<SiteForecast> find(RunFile run, Caller caller, Collection<SiteId> sites) {
    List<SiteForecast> forecasts = new ArrayList<>();
    for (SiteId id : sites) {
      forecasts.add(
          run.find(id)
              .filter(each -> caller.sees(each.site().organisation()))
              .orElseThrow(() -> SitesResource.unknown(id)));
    }
    return forecasts;
  }

  private static double[] times(double factor, double... values) {
    double[] scaled = new double[values.length];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = factor * values[i];
    }
    return scaled;
  }

  /**
   * Power that planned jobs at any of the sites and their batteries draw in each step, kW, one job
   * left out.
   */
  double[] reserved(GreenPower power, Collection<JobJson> jobs, Set<SiteId> sites, UUID except) {
    double[] reserved = new double[power.steps()];
    for (JobJson job : jobs) {
      if (job.plan() == null
          || job.id().equals(except)
          || job.place().siteIds().stream().noneMatch(sites::contains)) {
        continue;
      }
      for (Segment each : job.segments()) {
        add(reserved, power, each);
      }
      for (Charge each : job.plan().toCharges()) {
        Battery battery = job.request().battery().toBattery();
        long seconds = Math.max(1, Duration.between(each.start(), each.end()).toSeconds());
        double kw = battery.terminalsKwh(each.changeKwh()) * 3600 / seconds;
        add(reserved, power, new Segment(each.start(), each.end(), kw));
      }
    }
    for (int step = 0; step < reserved.length; step++) {
      reserved[step] = Math.max(0, reserved[step]);
    }
    return reserved;
  }

  private static void add(double[] reserved, GreenPower power, Segment drawn) {
    for (int step = 0; step < reserved.length; step++) {
      double kwh = drawn.kwhWithin(power.start(step), power.start(step + 1));
      reserved[step] += kwh * 3600 / power.stepSeconds();
    }
  }
}
