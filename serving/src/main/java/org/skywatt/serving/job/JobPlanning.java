package org.skywatt.serving.job;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.skywatt.core.run.RunFile;
import org.skywatt.green.job.JobException;
import org.skywatt.green.job.JobOffer;
import org.skywatt.green.job.JobPlan;
import org.skywatt.green.job.JobPlanner;
import org.skywatt.green.job.JobSpec;
import org.skywatt.green.job.Outlook;
import org.skywatt.green.job.Settlement;
import org.skywatt.green.plan.Hysteresis;
import org.skywatt.serving.access.Caller;
import org.skywatt.serving.database.Database;
import org.skywatt.serving.problem.ProblemException;
import org.skywatt.serving.run.Runs;

/** Plans jobs when they are submitted, and anew when a newer forecast is reason enough. */
@ApplicationScoped
class JobPlanning {
  /** What becomes of a job that is submitted: a job, or an offer. */
  record Outcome(JobJson job, JobOffer offer) {}

  private final Database database;
  private final JobTable table;
  private final JobEvents events;
  private final Meters meters;
  private final Calibrations calibrations;
  private final Outlooks outlooks;
  private final Runs runs;
  private final Clock clock;

  JobPlanning(
      Database database,
      JobTable table,
      JobEvents events,
      Meters meters,
      Calibrations calibrations,
      Outlooks outlooks,
      Runs runs,
      Clock clock) {
    this.database = database;
    this.table = table;
    this.events = events;
    this.meters = meters;
    this.calibrations = calibrations;
    this.outlooks = outlooks;
    this.runs = runs;
    this.clock = clock;
  }

  Outcome submit(Caller caller, JobBody body) {
    Instant now = clock.instant();
    JobSpec spec = body.spec(now);
    try {
      return runs.read(run -> database.transaction(c -> submit(c, caller, body, spec, run)));
    } catch (JobException e) {
      throw JobBody.problem(e);
    }
  }

  private Outcome submit(
      Connection connection, Caller caller, JobBody body, JobSpec spec, RunFile run)
      throws SQLException {
    Instant now = clock.instant();
    table.lock(connection, caller.organisationId());
    Outlook outlook = outlooks.beside(connection, caller, run, body, spec.powerKw(), null, now);
    double level = level(connection, caller, spec);
    JobPlan plan = JobPlanner.plan(outlook, spec, now, level);
    boolean mayWait = spec.deadline().isAfter(outlook.power().end());
    boolean kept = plan != null && plan.promisedShare() >= spec.green();
    if (!kept && !mayWait) {
      return new Outcome(null, refusal(outlook, spec, now, level, plan));
    }
    UUID id = UUID.randomUUID();
    table.insert(connection, id, caller, now, body, kept ? "planned" : "queued");
    if (kept) {
      table.insert(connection, id, PlanJson.of(1, now, run.header().runId(), plan));
      events.append(connection, id, now, "planned", plan.explanation());
    } else {
      events.append(
          connection, id, now, "queued", "the forecast does not reach its green hours yet");
    }
    return new Outcome(table.find(connection, caller, id).orElseThrow(), null);
  }

  private static JobOffer refusal(
      Outlook outlook, JobSpec spec, Instant now, double level, JobPlan plan) {
    if (plan == null && JobPlanner.plan(open(outlook), spec, now, level) == null) {
      throw ProblemException.badRequest(
          "deadline-too-soon",
          "no "
              + spec.duration()
              + " of whole forecast steps fit between "
              + spec.earliest()
              + " and "
              + spec.deadline()
              + "; give a later deadline");
    }
    return JobPlanner.offer(outlook, spec, now, level, plan);
  }

  private static Outlook open(Outlook outlook) {
    return new Outlook(
        outlook.power(),
        outlook.gramsPerKwh(),
        outlook.pricePerMwh(),
        new boolean[outlook.power().steps()]);
  }

  private double level(Connection connection, Caller caller, JobSpec spec) throws SQLException {
    return calibrations.get(connection, caller.organisationId(), spec.probability()).level();
  }

  /**
   * The job, its plan made anew if a newer run is reason enough.
   *
   * @throws ProblemException (404) if there is none that the caller sees
   */
  JobJson refreshed(Caller caller, UUID id) {
    Optional<RunFile> run = runs.latest();
    return database.transaction(
        connection -> {
          JobJson job = get(connection, caller, id);
          if (run.isEmpty()
              || job.isOver()
              || (job.plan() != null && job.plan().runId().equals(run.get().header().runId()))) {
            return job;
          }
          table.lock(connection, caller.organisationId());
          return replan(connection, caller, get(connection, caller, id), run.get());
        });
  }

  private JobJson replan(Connection connection, Caller caller, JobJson job, RunFile run)
      throws SQLException {
    Instant now = clock.instant();
    Optional<JobSpec> left = left(connection, job, now);
    boolean begun = job.state().equals("running") || job.state().equals("paused");
    JobSpec whole = job.request().spec(job.createdAt());
    if (left.isEmpty() || (begun && !whole.interruption().allowed())) {
      return job;
    }
    JobSpec spec = left.get();
    double level = level(connection, caller, spec);
    Outlook outlook =
        outlooks.beside(connection, caller, run, job.request(), spec.powerKw(), job.id(), now);
    JobPlan fresh;
    try {
      fresh = JobPlanner.plan(outlook, spec, now, level);
    } catch (JobException e) {
      // The signal that the objective needs is not there for this run's hours: the plan stays.
      return job;
    }
    boolean better;
    if (job.plan() == null) {
      boolean last = !spec.deadline().isAfter(outlook.power().end());
      better = fresh != null && (fresh.promisedShare() >= spec.green() || last);
    } else {
      double kept = JobPlanner.costOf(outlook, spec, job.plan().toSegments(), now, level);
      better =
          fresh != null && !Double.isNaN(kept) && Hysteresis.USUAL.replaces(kept, fresh.cost());
    }
    if (!better) {
      return job;
    }
    int version = job.plan() == null ? 1 : job.plan().version() + 1;
    table.insert(connection, job.id(), PlanJson.of(version, now, run.header().runId(), fresh));
    String state = job.state().equals("queued") ? "planned" : job.state();
    table.update(connection, job.id(), state, null);
    events.append(
        connection, job.id(), now, version == 1 ? "planned" : "replanned", fresh.explanation());
    return get(connection, caller, job.id());
  }

  /** What is left to do of a job, if it still fits before its deadline. */
  private Optional<JobSpec> left(Connection connection, JobJson job, Instant now)
      throws SQLException {
    JobSpec spec = job.request().spec(job.createdAt());
    double done = 0;
    for (Settlement.Metered each : meters.list(connection, job.id())) {
      done += each.kwh();
    }
    Duration left =
        spec.duration().minusSeconds((long) Math.min(1e9, 3600 * done / spec.powerKw()));
    Instant earliest = spec.earliest().isBefore(now) ? now : spec.earliest();
    if (left.compareTo(Duration.ofSeconds(1)) < 0
        || Duration.between(earliest, spec.deadline()).compareTo(left) < 0) {
      return Optional.empty();
    }
    return Optional.of(spec.within(earliest, spec.deadline(), left));
  }

  JobJson get(Connection connection, Caller caller, UUID id) throws SQLException {
    return table
        .find(connection, caller, id)
        .orElseThrow(() -> ProblemException.notFound("unknown-job", "no job has the id " + id));
  }

  /** What would have been planned at an earlier time, knowing what was known then. */
  PlanJson simulate(Caller caller, JobBody body, Instant asOf) {
    JobSpec spec = body.spec(asOf);
    RunFile run = runs.get(asOf, null);
    JobPlan plan;
    try {
      Outlook outlook = database.transaction(c -> outlooks.alone(c, caller, run, body, asOf));
      plan = JobPlanner.plan(outlook, spec, asOf, 1 - spec.probability());
    } catch (JobException e) {
      throw JobBody.problem(e);
    }
    if (plan == null) {
      throw ProblemException.unanswerable(
          "beyond-forecast", "the run of that time does not reach over the job");
    }
    return PlanJson.of(1, asOf, run.header().runId(), plan);
  }

  List<JobJson> list(Caller caller, int most) {
    return database.transaction(connection -> table.list(connection, caller, most));
  }
}
