package org.skywatt.serving.job;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.skywatt.core.run.RunFile;
import org.skywatt.green.job.JobException;
import org.skywatt.green.job.JobPlanner;
import org.skywatt.green.job.JobSpec;
import org.skywatt.green.job.Place;
import org.skywatt.green.job.Places;
import org.skywatt.green.job.Segment;
import org.skywatt.green.plan.Hysteresis;
import org.skywatt.green.plan.PlanException;
import org.skywatt.serving.access.Caller;
import org.skywatt.serving.database.Database;
import org.skywatt.serving.job.JobOrder.Before;
import org.skywatt.serving.run.Runs;

/** Plans jobs anew when a newer forecast, or a job that they wait for, is reason enough. */
@ApplicationScoped
class JobReplanning {
  private final Database database;
  private final JobTable table;
  private final JobEvents events;
  private final JobPlanning planning;
  private final JobOrder order;
  private final WorkLeft work;
  private final Runs runs;
  private final Clock clock;
  private final Attempts attempts = new Attempts();

  JobReplanning(
      Database database,
      JobTable table,
      JobEvents events,
      JobPlanning planning,
      JobOrder order,
      WorkLeft work,
      Runs runs,
      Clock clock) {
    this.database = database;
    this.table = table;
    this.events = events;
    this.planning = planning;
    this.order = order;
    this.work = work;
    this.runs = runs;
    this.clock = clock;
  }

  /** Why a plan is to be looked at. */
  enum Reason {
    NONE,
    BROKEN,
    PLAN
  }

  /**
   * A job as it stands.
   *
   * @param before what it waits for; null of a job that is over
   * @param attempt with what it is to be planned; null if it is not
   */
  record Standing(JobJson job, Before before, Reason reason, Attempts.Attempt attempt) {
    /** One that it still waits for; null if none. */
    UUID waitsFor() {
      return before == null || job.isOver() ? null : before.open();
    }

    Standing of(JobJson other) {
      return new Standing(other, before, reason, attempt);
    }
  }

  /**
   * The job, its plan made anew if there is reason.
   *
   * @throws org.skywatt.serving.problem.ProblemException (404) if there is none that the caller
   *     sees
   */
  Standing refreshed(Caller caller, UUID id) {
    Optional<RunFile> run = runs.latest();
    Standing standing = database.transaction(connection -> refreshed(connection, caller, id, run));
    if (standing.attempt() != null) {
      attempts.made(id, standing.attempt());
    }
    return standing;
  }

  private Standing refreshed(Connection connection, Caller caller, UUID id, Optional<RunFile> run)
      throws SQLException {
    Standing before = standing(connection, caller, id, run);
    if (before.reason() == Reason.NONE) {
      return before;
    }
    // Again under the lock: it may have ended, or been planned, meanwhile.
    table.lock(connection, caller.organisationId());
    Standing now = standing(connection, caller, id, run);
    JobJson job = now.job();
    return switch (now.reason()) {
      case NONE -> now;
      case BROKEN -> now.of(cancelled(connection, caller, job, now.before().broken()));
      case PLAN -> now.of(replan(connection, caller, job, now.before(), run.orElseThrow()));
    };
  }

  private Standing standing(Connection connection, Caller caller, UUID id, Optional<RunFile> run)
      throws SQLException {
    JobJson job = planning.get(connection, caller, id);
    if (job.isOver()) {
      return new Standing(job, null, Reason.NONE, null);
    }
    Before before = order.before(connection, caller, job.request());
    // Limits, calibration and lock are the job's organisation's: nobody else plans its jobs.
    boolean own = job.organisation().equals(caller.organisation());
    if (own && before.broken() != null) {
      return new Standing(job, before, Reason.BROKEN, null);
    }
    if (!own || run.isEmpty() || !before.isPlanned() || !hasReason(job, before, run.get())) {
      return new Standing(job, before, Reason.NONE, null);
    }
    Attempts.Attempt attempt =
        new Attempts.Attempt(
            run.get().header().runId(),
            job.plan() == null ? 0 : job.plan().version(),
            before.end(),
            hasPassedUnbegun(job));
    return attempts.isNew(id, attempt)
        ? new Standing(job, before, Reason.PLAN, attempt)
        : new Standing(job, before, Reason.NONE, null);
  }

  private JobJson cancelled(Connection connection, Caller caller, JobJson job, UUID broken)
      throws SQLException {
    table.update(connection, job.id(), "cancelled", null);
    String why = "job " + broken + ", which it waits for, failed or was cancelled";
    events.append(connection, job.id(), clock.instant(), "cancelled", why);
    return planning.get(connection, caller, job.id());
  }

  private boolean hasReason(JobJson job, Before before, RunFile run) {
    return job.plan() == null
        || !job.plan().runId().equals(run.header().runId())
        || startsTooSoon(job, before)
        || hasPassedUnbegun(job);
  }

  /** Whether its time is over and it has never run. */
  private boolean hasPassedUnbegun(JobJson job) {
    List<Segment> segments = job.segments();
    boolean passed =
        !segments.isEmpty() && !segments.get(segments.size() - 1).end().isAfter(clock.instant());
    return passed && !job.state().equals("running");
  }

  private static boolean startsTooSoon(JobJson job, Before before) {
    List<Segment> segments = job.segments();
    return !segments.isEmpty() && segments.get(0).start().isBefore(before.end());
  }

  private JobJson replan(
      Connection connection, Caller caller, JobJson job, Before before, RunFile run)
      throws SQLException {
    Instant now = clock.instant();
    Optional<JobSpec> left = work.of(connection, caller, job, before, run.header(), now);
    boolean begun = hasBegun(connection, job);
    if (left.isEmpty() || (begun && !left.get().interruption().allowed())) {
      return job;
    }
    JobSpec spec = left.get();
    double level = planning.level(connection, caller, spec);
    // What has begun stays where it is.
    List<PlaceBody> named = begun ? List.of(atPlace(job.place())) : job.request().whereabouts();
    List<Place> places = planning.places(connection, caller, run, named, spec, job.id(), now);
    int kept = JobBody.position(named, job.plan() == null ? null : job.plan().place());
    Places.Placed fresh;
    boolean replaced;
    try {
      fresh = Places.plan(places, spec, now, level);
      replaced =
          fresh != null
              && (startsTooSoon(job, before)
                  || hasPassedUnbegun(job)
                  || isBetter(job, places, kept, spec, now, level, fresh));
    } catch (JobException | PlanException e) {
      // Such as: the signal that the objective needs is not there for this run's hours. It stays.
      return job;
    }
    return replaced ? stored(connection, caller, job, run, named, fresh, now) : job;
  }

  private boolean hasBegun(Connection connection, JobJson job) throws SQLException {
    return work.usedKwh(connection, job) > 0
        || events.after(connection, job.id(), 0).stream()
            .anyMatch(each -> each.kind().equals("running"));
  }

  /** Where it is already: nothing is to be moved. */
  private static PlaceBody atPlace(PlaceBody place) {
    return new PlaceBody(place.name(), place.sites(), place.zone(), null);
  }

  private static boolean isBetter(
      JobJson job,
      List<Place> places,
      int kept,
      JobSpec spec,
      Instant now,
      double level,
      Places.Placed fresh) {
    if (job.plan() == null) {
      boolean last = !spec.deadline().isAfter(places.get(0).outlook().power().end());
      return fresh.plan().promisedShare() >= spec.green() || last;
    }
    JobPlanner.Kept old =
        Places.kept(places, kept, spec, job.segments(), job.plan().toCharges(), now, level);
    if (Double.isNaN(old.cost())) {
      // Nothing of it is left, though there is of the work.
      return true;
    }
    boolean keeps = fresh.plan().promisedShare() >= spec.green();
    boolean keptPromise = old.promised() >= spec.green();
    return keeps == keptPromise
        ? Hysteresis.USUAL.replaces(old.cost(), fresh.plan().cost())
        : keeps;
  }

  private JobJson stored(
      Connection connection,
      Caller caller,
      JobJson job,
      RunFile run,
      List<PlaceBody> named,
      Places.Placed fresh,
      Instant now)
      throws SQLException {
    int version = job.plan() == null ? 1 : job.plan().version() + 1;
    PlaceBody place = named.get(fresh.place());
    table.insert(
        connection, job.id(), PlanJson.of(version, now, run.header().runId(), place, fresh.plan()));
    String state = job.state().equals("queued") ? "planned" : job.state();
    table.update(connection, job.id(), state, null);
    String kind = version == 1 ? "planned" : "replanned";
    events.append(connection, job.id(), now, kind, fresh.plan().explanation());
    return planning.get(connection, caller, job.id());
  }
}
