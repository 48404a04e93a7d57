package org.skywatt.serving.job;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.skywatt.green.job.JobSpec;
import org.skywatt.green.job.Segment;
import org.skywatt.serving.access.Caller;
import org.skywatt.serving.problem.ProblemException;

/** Jobs that wait for others. */
@ApplicationScoped
class JobOrder {
  private static final int MOST = 100;

  private final JobTable table;

  JobOrder(JobTable table) {
    this.table = table;
  }

  /**
   * What a job waits for.
   *
   * @param end when the last of it is done by plan; the distant past if it is done already
   * @param isPlanned whether all of it has a plan or is done
   * @param open id of one that is not done; null if all are
   * @param broken id of one that failed, or was cancelled; null if none
   */
  record Before(Instant end, boolean isPlanned, UUID open, UUID broken) {}

  /**
   * What a request waits for, as it stands now.
   *
   * @throws ProblemException (400) if there is too much of it, (404) for a job that the caller does
   *     not see
   */
  Before before(Connection connection, Caller caller, JobBody body) throws SQLException {
    List<String> ids = body.after() == null ? List.of() : body.after();
    if (ids.size() > MOST) {
      throw ProblemException.badRequest(
          "invalid-after", "after names " + ids.size() + " jobs; give " + MOST + " at most");
    }
    Instant end = Instant.MIN;
    boolean planned = true;
    UUID open = null;
    UUID broken = null;
    for (String each : ids) {
      if (each == null) {
        throw ProblemException.badRequest("invalid-after", "after holds null; give ids of jobs");
      }
      UUID id = JobsResource.parse(each);
      JobJson job =
          table
              .find(connection, caller, id)
              .orElseThrow(
                  () -> ProblemException.notFound("unknown-job", "no job has the id " + id));
      if (job.state().equals("done")) {
        continue;
      }
      open = id;
      broken = job.isOver() ? id : broken;
      planned &= job.plan() != null;
      for (Segment part : job.segments()) {
        end = part.end().isAfter(end) ? part.end() : end;
      }
    }
    return new Before(end, planned, open, broken);
  }

  /** By when a job has to be done so that those that wait for it can be; its own deadline, else. */
  Instant latestEnd(Connection connection, Caller caller, JobJson job) throws SQLException {
    Instant latest = job.request().spec(job.createdAt()).deadline();
    for (JobJson each : table.live(connection, caller)) {
      List<String> after = each.request().after() == null ? List.of() : each.request().after();
      if (after.stream().anyMatch(id -> JobsResource.parse(id).equals(job.id()))) {
        JobSpec spec = each.request().spec(each.createdAt());
        Instant start = spec.deadline().minus(spec.duration());
        latest = start.isBefore(latest) ? start : latest;
      }
    }
    return latest;
  }
}
