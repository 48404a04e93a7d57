package org.skywatt.serving.job;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.skywatt.core.run.RunHeader;
import org.skywatt.green.job.JobSpec;
import org.skywatt.green.job.Segment;
import org.skywatt.serving.access.Caller;
import org.skywatt.serving.problem.ProblemException;

/** Jobs that wait for others. */
@ApplicationScoped
class JobOrder {
  private static final int MOST = 100;

  private final JobTable table;
  private final JobEvents events;

  JobOrder(JobTable table, JobEvents events) {
    this.table = table;
    this.events = events;
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
    List<String> ids = ids(body);
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
        end = later(end, part.end());
      }
    }
    return new Before(end, planned, open, broken);
  }

  private static List<String> ids(JobBody body) {
    return body.after() == null ? List.of() : body.after();
  }

  /**
   * When the last of what a request waits for was done; by plan, what is not done; the distant past
   * if it waits for nothing that the caller sees.
   */
  Instant ended(Connection connection, Caller caller, JobBody body) throws SQLException {
    Instant ended = Instant.MIN;
    for (String each : ids(body)) {
      Optional<JobJson> job = table.find(connection, caller, JobsResource.parse(each));
      if (job.isEmpty()) {
        continue;
      }
      boolean done = job.get().state().equals("done");
      for (JobEvents.JobEvent event : events.after(connection, job.get().id(), 0)) {
        ended = event.kind().equals("done") ? later(ended, event.at()) : ended;
      }
      for (Segment part : done ? List.<Segment>of() : job.get().segments()) {
        ended = later(ended, part.end());
      }
    }
    return ended;
  }

  static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  /** A job that another waits for. */
  private record Link(UUID job, UUID follower) {}

  /**
   * By when a job has to be done so that those that wait for it, and those that wait for them, can
   * be in whole steps of a run; its own deadline, else.
   */
  Instant latestEnd(Connection connection, Caller caller, JobJson job, RunHeader run)
      throws SQLException {
    Map<UUID, JobSpec> specs = new HashMap<>();
    Map<UUID, Instant> latest = new HashMap<>();
    List<Link> links = new ArrayList<>();
    for (JobJson each : table.live(connection, caller)) {
      JobSpec spec = each.request().spec(each.createdAt());
      specs.put(each.id(), spec);
      latest.put(each.id(), spec.deadline());
      ids(each.request()).forEach(id -> links.add(new Link(JobsResource.parse(id), each.id())));
    }
    latest.putIfAbsent(job.id(), job.request().spec(job.createdAt()).deadline());
    // The newest first: what waits was submitted later, so that one turn is enough as a rule.
    Collections.reverse(links);
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Link each : links) {
        Instant end = latest.get(each.job);
        Instant start = latestStart(specs.get(each.follower), latest.get(each.follower), run);
        if (end != null && start.isBefore(end)) {
          latest.put(each.job, start);
          changed = true;
        }
      }
    }
    return latest.get(job.id());
  }

  /** The last start, of a step, with which work still ends by a time. */
  private static Instant latestStart(JobSpec spec, Instant end, RunHeader run) {
    long step = run.stepSeconds();
    long whole = Math.floorDiv(Duration.between(run.firstStart(), end).toSeconds(), step);
    long slots = -Math.floorDiv(-spec.duration().toSeconds(), step);
    return run.firstStart().plusSeconds((whole - slots) * step);
  }
}
