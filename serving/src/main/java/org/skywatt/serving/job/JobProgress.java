package org.skywatt.serving.job;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.skywatt.green.job.JobSpec;
import org.skywatt.green.job.Settlement;
import org.skywatt.serving.access.Caller;
import org.skywatt.serving.database.Database;
import org.skywatt.serving.job.JobEvents.JobEvent;
import org.skywatt.serving.problem.ProblemException;

/** What runners tell of jobs, and what comes of that. */
@ApplicationScoped
class JobProgress {
  private final Database database;
  private final JobTable table;
  private final JobEvents events;
  private final Meters meters;
  private final Calibrations calibrations;
  private final Settlements settlements;
  private final JobPlanning planning;
  private final JobReplanning replanning;
  private final Clock clock;

  JobProgress(
      Database database,
      JobTable table,
      JobEvents events,
      Meters meters,
      Calibrations calibrations,
      Settlements settlements,
      JobPlanning planning,
      JobReplanning replanning,
      Clock clock) {
    this.database = database;
    this.table = table;
    this.events = events;
    this.meters = meters;
    this.calibrations = calibrations;
    this.settlements = settlements;
    this.planning = planning;
    this.replanning = replanning;
    this.clock = clock;
  }

  DirectiveJson heartbeat(Caller caller, UUID id, HeartbeatBody body) {
    body.require();
    Settlement.Metered used = body.used();
    Instant now = clock.instant();
    database.transaction(
        connection -> {
          table.lock(connection, caller.organisationId());
          JobJson job = planning.get(connection, caller, id);
          if (used != null && used.start().isBefore(job.createdAt())) {
            throw ProblemException.badRequest(
                "invalid-meter", "start " + used.start() + " comes before the job was submitted");
          }
          if (used != null
              && used.end()
                  .isAfter(
                      job.request()
                          .spec(job.createdAt())
                          .deadline()
                          .plus(JobSpec.LONGEST_HORIZON))) {
            throw ProblemException.badRequest(
                "invalid-meter", "end " + used.end() + " lies over 31 days after the deadline");
          }
          if (used != null) {
            meters.put(connection, id, used);
          }
          if (job.isOver()) {
            return null;
          }
          table.update(connection, id, body.state(), now);
          if (!body.state().equals(job.state())) {
            events.append(connection, id, now, body.state(), "told by its runner");
          }
          if (body.state().equals("done") && job.plan() != null) {
            SettlementJson settled = settlements.of(connection, caller, job);
            // The mean of the worst cases is no promise that a single job keeps or breaks.
            if (settled.promiseKept() != null && !"cvar".equals(job.request().risk())) {
              calibrations.settle(
                  connection,
                  caller.organisationId(),
                  job.request().spec(job.createdAt()).probability(),
                  settled.promiseKept());
            }
          }
          return null;
        });
    return DirectiveJson.of(replanning.refreshed(caller, id), now);
  }

  void cancel(Caller caller, UUID id) {
    database.transaction(
        connection -> {
          table.lock(connection, caller.organisationId());
          if (!planning.get(connection, caller, id).isOver()) {
            table.update(connection, id, "cancelled", null);
            events.append(connection, id, clock.instant(), "cancelled", "by its organisation");
          }
          return null;
        });
  }

  List<PlanJson> plans(Caller caller, UUID id) {
    return database.transaction(
        connection -> table.plans(connection, planning.get(connection, caller, id).id()));
  }

  SettlementJson settlement(Caller caller, UUID id) {
    return database.transaction(
        connection -> settlements.of(connection, caller, planning.get(connection, caller, id)));
  }

  /** What happened to a job after an event. */
  List<JobEvent> events(Caller caller, UUID id, long after) {
    return database.transaction(
        connection -> events.after(connection, planning.get(connection, caller, id).id(), after));
  }
}
