package org.skywatt.serving.job;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.skywatt.core.run.RunFile;
import org.skywatt.green.job.JobException;
import org.skywatt.green.job.JobOffer;
import org.skywatt.green.job.JobSpec;
import org.skywatt.green.job.Outlook;
import org.skywatt.green.job.Place;
import org.skywatt.green.job.Places;
import org.skywatt.green.plan.PlanException;
import org.skywatt.serving.access.Caller;
import org.skywatt.serving.database.Database;
import org.skywatt.serving.problem.ProblemException;
import org.skywatt.serving.run.Runs;

/** Plans jobs when they are submitted. */
@ApplicationScoped
class JobPlanning {
  /** What becomes of a job that is submitted: a job, or an offer. */
  record Outcome(JobJson job, JobOffer offer) {}

  private final Database database;
  private final JobTable table;
  private final JobEvents events;
  private final Calibrations calibrations;
  private final Outlooks outlooks;
  private final JobOrder order;
  private final Runs runs;
  private final Clock clock;

  JobPlanning(
      Database database,
      JobTable table,
      JobEvents events,
      Calibrations calibrations,
      Outlooks outlooks,
      JobOrder order,
      Runs runs,
      Clock clock) {
    this.database = database;
    this.table = table;
    this.events = events;
    this.calibrations = calibrations;
    this.outlooks = outlooks;
    this.order = order;
    this.runs = runs;
    this.clock = clock;
  }

  /**
   * Submits.
   *
   * @param key by which the same submission is known when it is sent again; may be null
   */
  Outcome submit(Caller caller, JobBody body, String key) {
    List<PlaceBody> places = body.whereabouts();
    if (key != null) {
      // Before anything that time may have changed, such as a deadline that has come near.
      Optional<JobJson> same =
          database.transaction(connection -> table.findByKey(connection, caller, key, body));
      if (same.isPresent()) {
        return new Outcome(same.get(), null);
      }
    }
    Instant now = clock.instant();
    JobSpec spec = body.spec(now);
    try {
      return runs.read(
          run -> database.transaction(c -> submit(c, caller, body, key, spec, places, run, now)));
    } catch (JobException e) {
      throw JobReader.problem(e);
    } catch (PlanException e) {
      throw ProblemException.badRequest("invalid-work", e.getMessage());
    }
  }

  private Outcome submit(
      Connection connection,
      Caller caller,
      JobBody body,
      String key,
      JobSpec asked,
      List<PlaceBody> named,
      RunFile run,
      Instant now)
      throws SQLException {
    table.lock(connection, caller.organisationId());
    if (key != null) {
      Optional<JobJson> same = table.findByKey(connection, caller, key, body);
      if (same.isPresent()) {
        return new Outcome(same.get(), null);
      }
    }
    JobOrder.Before before = order.before(connection, caller, body);
    if (before.broken() != null) {
      throw ProblemException.badRequest(
          "invalid-after", "job " + before.broken() + " failed or was cancelled");
    }
    JobSpec spec = after(asked, before);
    List<Place> places = places(connection, caller, run, named, spec, null, now);
    double level = level(connection, caller, spec);
    Places.Placed best = Places.plan(places, spec, now, level);
    boolean kept = best != null && best.plan().promisedShare() >= spec.green();
    boolean mayWait = spec.deadline().isAfter(places.get(0).outlook().power().end());
    if (!kept && !mayWait && before.isPlanned()) {
      return new Outcome(null, refusal(places, spec, now, level, best));
    }
    UUID id = UUID.randomUUID();
    boolean planned = kept && before.isPlanned();
    table.insert(connection, id, caller, now, body, planned ? "planned" : "queued", key);
    if (planned) {
      PlaceBody place = named.get(best.place());
      table.insert(connection, id, PlanJson.of(1, now, run.header().runId(), place, best.plan()));
      events.append(connection, id, now, "planned", best.plan().explanation());
    } else {
      String why =
          before.isPlanned()
              ? "the forecast does not reach its green hours yet"
              : "it waits for jobs that are not planned yet";
      events.append(connection, id, now, "queued", why);
    }
    return new Outcome(table.find(connection, caller, id).orElseThrow(), null);
  }

  private static JobSpec after(JobSpec spec, JobOrder.Before before) {
    return before.end().isAfter(spec.earliest())
        ? spec.within(before.end(), spec.deadline(), spec.duration())
        : spec;
  }

  /** What is expected at each place, other jobs counted. */
  List<Place> places(
      Connection connection,
      Caller caller,
      RunFile run,
      List<PlaceBody> named,
      JobSpec spec,
      UUID except,
      Instant now)
      throws SQLException {
    List<Place> places = new ArrayList<>();
    for (PlaceBody each : named) {
      Outlook outlook = outlooks.beside(connection, caller, run, each, spec.powerKw(), except, now);
      places.add(new Place(each.name(), outlook, each.transfer()));
    }
    return places;
  }

  private static JobOffer refusal(
      List<Place> places, JobSpec spec, Instant now, double level, Places.Placed best) {
    List<Place> open =
        places.stream().map(each -> new Place(each.name(), open(each.outlook()), 0)).toList();
    if (best == null && Places.plan(open, spec, now, level) == null) {
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
    return Places.offer(places, spec, now, level, best);
  }

  private static Outlook open(Outlook outlook) {
    return new Outlook(
        outlook.power(),
        outlook.gramsPerKwh(),
        outlook.pricePerMwh(),
        new boolean[outlook.power().steps()]);
  }

  double level(Connection connection, Caller caller, JobSpec spec) throws SQLException {
    return calibrations.get(connection, caller.organisationId(), spec.probability()).level();
  }

  JobJson get(Connection connection, Caller caller, UUID id) throws SQLException {
    return table
        .find(connection, caller, id)
        .orElseThrow(() -> ProblemException.notFound("unknown-job", "no job has the id " + id));
  }

  /**
   * What would have been planned at an earlier time, knowing what was known then. As if there were
   * no other jobs, those that it waits for included.
   */
  PlanJson simulate(Caller caller, JobBody body, Instant asOf) {
    JobSpec spec = body.spec(asOf);
    List<PlaceBody> named = body.whereabouts();
    RunFile run = runs.get(asOf, null);
    Places.Placed best;
    try {
      best =
          database.transaction(
              connection -> {
                List<Place> places = new ArrayList<>();
                for (PlaceBody each : named) {
                  Outlook outlook = outlooks.alone(connection, caller, run, each, asOf);
                  places.add(new Place(each.name(), outlook, each.transfer()));
                }
                return Places.plan(places, spec, asOf, 1 - spec.probability());
              });
    } catch (JobException e) {
      throw JobReader.problem(e);
    } catch (PlanException e) {
      throw ProblemException.badRequest("invalid-work", e.getMessage());
    }
    if (best == null) {
      throw ProblemException.unanswerable(
          "beyond-forecast", "the run of that time does not reach over the job");
    }
    return PlanJson.of(1, asOf, run.header().runId(), named.get(best.place()), best.plan());
  }

  List<JobJson> list(Caller caller, int most) {
    return database.transaction(connection -> table.list(connection, caller, most));
  }
}
