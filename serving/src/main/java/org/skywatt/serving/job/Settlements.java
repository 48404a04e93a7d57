package org.skywatt.serving.job;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.skywatt.core.site.SiteId;
import org.skywatt.green.job.GreenPower;
import org.skywatt.green.job.JobSpec;
import org.skywatt.green.job.Segment;
import org.skywatt.green.job.Settlement;
import org.skywatt.serving.access.Caller;
import org.skywatt.serving.run.Runs;

/** Settles jobs: what they used against what green power there was. */
@ApplicationScoped
class Settlements {
  private final JobTable table;
  private final Meters meters;
  private final SitesPower power;
  private final Runs runs;

  Settlements(JobTable table, Meters meters, SitesPower power, Runs runs) {
    this.table = table;
    this.meters = meters;
    this.power = power;
    this.runs = runs;
  }

  SettlementJson of(Connection connection, Caller caller, JobJson job) throws SQLException {
    JobSpec spec = job.request().spec(job.createdAt());
    List<PlanJson> plans = table.plans(connection, job.id());
    Set<SiteId> sites = job.request().siteIds();
    GreenPower first = power.of(runs.get(job.createdAt(), null), caller, sites);
    int seconds = first.stepSeconds();
    long before =
        Math.floorDiv(Duration.between(first.start(0), spec.earliest()).toSeconds(), seconds);
    Instant start = first.start(0).plusSeconds(before * seconds);
    long steps = -Math.floorDiv(-Duration.between(start, spec.deadline()).toSeconds(), seconds);
    double[] greenKw = new double[(int) steps];
    for (int step = 0; step < greenKw.length; step++) {
      Instant from = start.plusSeconds((long) step * seconds);
      Instant known = from.isBefore(job.createdAt()) ? job.createdAt() : from;
      greenKw[step] = mean(power.of(runs.get(known, null), caller, sites), from);
    }
    Settlement settled =
        Settlement.of(
            spec, followed(plans), meters.list(connection, job.id()), start, seconds, greenKw);
    return SettlementJson.of(settled, job, plans.isEmpty() ? null : plans.get(0));
  }

  /** What the versions together told to do: each until the next one was made. */
  private static List<Segment> followed(List<PlanJson> plans) {
    List<Segment> followed = new ArrayList<>();
    for (int i = 0; i < plans.size(); i++) {
      Instant from = i == 0 ? Instant.MIN : plans.get(i).madeAt();
      Instant to = i + 1 < plans.size() ? plans.get(i + 1).madeAt() : Instant.MAX;
      for (Segment each : plans.get(i).toSegments()) {
        Instant start = each.start().isAfter(from) ? each.start() : from;
        Instant end = each.end().isBefore(to) ? each.end() : to;
        if (start.isBefore(end)) {
          followed.add(new Segment(start, end));
        }
      }
    }
    return followed;
  }

  /** Expected power in the step that holds a time; 0 where nothing is known. */
  private static double mean(GreenPower green, Instant time) {
    long step =
        Math.floorDiv(Duration.between(green.start(0), time).toSeconds(), green.stepSeconds());
    double kw = step < 0 || step >= green.steps() ? Double.NaN : green.mean((int) step);
    return Double.isNaN(kw) ? 0 : kw;
  }
}
