package org.skywatt.serving.job;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.skywatt.green.job.GreenPower;
import org.skywatt.green.job.Segment;

/** The table {@code green_limit}: what the jobs of an organisation may take at once. */
@ApplicationScoped
class JobLimits {
  JobLimitsJson get(Connection connection, long organisation) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT power_kw, jobs_at_once FROM green_limit WHERE organisation_id = ?")) {
      select.setLong(1, organisation);
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? new JobLimitsJson(row.getObject(1, Double.class), row.getObject(2, Integer.class))
            : new JobLimitsJson(null, null);
      }
    }
  }

  void put(Connection connection, long organisation, JobLimitsJson limits) throws SQLException {
    try (PreparedStatement upsert =
        connection.prepareStatement(
            "INSERT INTO green_limit (organisation_id, power_kw, jobs_at_once) VALUES (?, ?, ?)"
                + " ON CONFLICT (organisation_id) DO UPDATE SET power_kw = excluded.power_kw,"
                + " jobs_at_once = excluded.jobs_at_once")) {
      upsert.setLong(1, organisation);
      upsert.setObject(2, limits.powerKw(), Types.DOUBLE);
      upsert.setObject(3, limits.jobsAtOnce(), Types.INTEGER);
      upsert.executeUpdate();
    }
  }

  /** Steps in which a job of some power would break the limits, one job left out. */
  static boolean[] closed(
      JobLimitsJson limits,
      GreenPower power,
      Collection<JobJson> jobs,
      double powerKw,
      UUID except) {
    double[] kw = new double[power.steps()];
    int[] running = new int[power.steps()];
    for (JobJson job : jobs) {
      if (job.plan() == null || job.id().equals(except)) {
        continue;
      }
      List<Segment> segments = job.segments();
      for (int step = 0; step < kw.length; step++) {
        Instant from = power.start(step);
        Instant to = power.start(step + 1);
        double most = 0;
        for (Segment each : segments) {
          most = each.within(from, to).isZero() ? most : Math.max(most, each.powerKw());
        }
        kw[step] += most;
        running[step] += most > 0 ? 1 : 0;
      }
    }
    boolean[] closed = new boolean[kw.length];
    for (int step = 0; step < closed.length; step++) {
      closed[step] =
          (limits.powerKw() != null && kw[step] + powerKw > limits.powerKw() + 1e-9)
              || (limits.jobsAtOnce() != null && running[step] >= limits.jobsAtOnce());
    }
    return closed;
  }
}
