package org.skywatt.serving.job;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.skywatt.core.run.RunHeader;
import org.skywatt.green.job.JobSpec;
import org.skywatt.green.job.Segment;
import org.skywatt.green.job.Settlement;
import org.skywatt.serving.access.Caller;
import org.skywatt.serving.job.JobOrder.Before;

/**
 * What is left to do of jobs, by the energy that their runners told. Elastic work is taken to be
 * done in proportion to the energy of its first plan.
 */
@ApplicationScoped
class WorkLeft {
  private final JobTable table;
  private final Meters meters;
  private final JobOrder order;

  WorkLeft(JobTable table, Meters meters, JobOrder order) {
    this.table = table;
    this.meters = meters;
    this.order = order;
  }

  /** Energy that was used, kWh. */
  double usedKwh(Connection connection, JobJson job) throws SQLException {
    double used = 0;
    for (Settlement.Metered each : meters.list(connection, job.id())) {
      used += each.kwh();
    }
    return used;
  }

  /** The rest of a job, if it still fits after what it waits for and before its deadline. */
  Optional<JobSpec> of(
      Connection connection, Caller caller, JobJson job, Before before, RunHeader run, Instant now)
      throws SQLException {
    JobSpec spec = job.request().spec(job.createdAt());
    List<PlanJson> plans = table.plans(connection, job.id());
    double whole = spec.energyKwh();
    if (spec.elastic().isPresent() && !plans.isEmpty()) {
      whole = 0;
      for (Segment each : plans.get(0).toSegments(spec.powerKw())) {
        whole += each.kwh();
      }
    }
    double done = Math.min(1, usedKwh(connection, job) / Math.max(1e-12, whole));
    Duration left = Duration.ofMillis((long) Math.ceil(spec.duration().toMillis() * (1 - done)));
    Instant earliest = JobOrder.later(spec.earliest(), JobOrder.later(now, before.end()));
    Instant deadline = order.latestEnd(connection, caller, job, run);
    if (Duration.between(earliest, deadline).compareTo(left) < 0) {
      deadline = spec.deadline();
    }
    if (left.compareTo(Duration.ofSeconds(1)) < 0
        || Duration.between(earliest, deadline).compareTo(left) < 0) {
      return Optional.empty();
    }
    JobSpec rest = spec.within(earliest, deadline, left);
    if (rest.battery().isEmpty()) {
      return Optional.of(rest);
    }
    double charge = rest.battery().get().startKwh();
    return Optional.of(rest.charged(charge + Followed.of(plans, spec.powerKw()).chargedBy(now)));
  }
}
