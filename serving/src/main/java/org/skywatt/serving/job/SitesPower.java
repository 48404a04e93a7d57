package org.skywatt.serving.job;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.skywatt.core.run.RunFile;
import org.skywatt.core.run.SiteForecast;
import org.skywatt.core.site.SiteId;
import org.skywatt.green.job.GreenPower;
import org.skywatt.green.job.Segment;
import org.skywatt.serving.access.Caller;
import org.skywatt.serving.site.SitesResource;

/** Green power of sites that a caller sees, in one run, and what jobs take of it. */
@ApplicationScoped
public class SitesPower {
  /**
   * The sum over sites.
   *
   * @throws org.skywatt.serving.problem.ProblemException (404) for a site that is not in the run,
   *     or not the caller's
   */
  public GreenPower of(RunFile run, Caller caller, Collection<SiteId> sites) {
    List<SiteForecast> forecasts = new ArrayList<>();
    for (SiteId id : sites) {
      forecasts.add(
          run.find(id)
              .filter(each -> caller.sees(each.site().organisation()))
              .orElseThrow(() -> SitesResource.unknown(id)));
    }
    return GreenPower.sum(run.header(), forecasts);
  }

  /** Power that planned jobs at any of the sites draw in each step, kW, one of them left out. */
  double[] reserved(GreenPower power, Collection<JobJson> jobs, Set<SiteId> sites, UUID except) {
    double[] reserved = new double[power.steps()];
    for (JobJson job : jobs) {
      if (job.plan() == null
          || job.id().equals(except)
          || job.request().siteIds().stream().noneMatch(sites::contains)) {
        continue;
      }
      double kw = job.request().spec(job.createdAt()).powerKw();
      for (Segment each : job.plan().toSegments()) {
        for (int step = 0; step < reserved.length; step++) {
          Instant start = power.start(step);
          double part = each.within(start, power.start(step + 1)).toMillis() / 1000.0;
          reserved[step] += kw * part / power.stepSeconds();
        }
      }
    }
    return reserved;
  }
}
