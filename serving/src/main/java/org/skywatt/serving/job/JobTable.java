package org.skywatt.serving.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.skywatt.serving.access.Caller;
import org.skywatt.serving.problem.ProblemException;

/** The tables {@code green_job} and {@code green_plan}. */
@ApplicationScoped
class JobTable {
  private static final int LOCK = 0x677265;
  private static final String SELECT =
      """
      SELECT job.id, organisation.name, job.state, job.created_at, job.seen_at, job.request::text,
          plan.version, plan.made_at, plan.run_id, plan.plan::text
      FROM green_job job JOIN organisation ON organisation.id = job.organisation_id
      LEFT JOIN LATERAL (SELECT * FROM green_plan WHERE job_id = job.id
          ORDER BY version DESC LIMIT 1) plan ON true
      WHERE (? OR job.organisation_id = ?)
      """;
  private static final String LIVE = "AND state IN ('queued', 'planned', 'running', 'paused') ";

  private final ObjectMapper mapper;

  JobTable(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  /** Until the transaction ends nobody else plans jobs of the organisation. */
  void lock(Connection connection, long organisationId) throws SQLException {
    try (PreparedStatement lock =
        connection.prepareStatement("SELECT pg_advisory_xact_lock(?, ?)")) {
      lock.setInt(1, LOCK);
      lock.setInt(2, Long.hashCode(organisationId));
      lock.execute();
    }
  }

  void insert(
      Connection connection,
      UUID id,
      Caller caller,
      Instant now,
      JobBody body,
      String state,
      String key)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO green_job (id, organisation_id, created_at, request, state,"
                + " idempotency_key) VALUES (?, ?, ?, ?::jsonb, ?, ?)")) {
      insert.setObject(1, id);
      insert.setLong(2, caller.organisationId());
      insert.setTimestamp(3, Timestamp.from(now));
      insert.setString(4, json(body));
      insert.setString(5, state);
      insert.setString(6, key);
      insert.executeUpdate();
    }
  }

  /**
   * The job that was submitted with a key.
   *
   * @throws ProblemException (422) if another job was submitted with it
   */
  Optional<JobJson> findByKey(Connection connection, Caller caller, String key, JobBody body)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT id, request::text FROM green_job"
                + " WHERE organisation_id = ? AND idempotency_key = ?")) {
      select.setLong(1, caller.organisationId());
      select.setString(2, key);
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          return Optional.empty();
        }
        // Compared here: the database takes no request that has not been looked at yet.
        if (!json(parse(row.getString(2), JobBody.class)).equals(json(body))) {
          throw ProblemException.unanswerable(
              "idempotency-key-reused", "another job was submitted with this Idempotency-Key");
        }
        return find(connection, caller, row.getObject(1, UUID.class));
      }
    }
  }

  void insert(Connection connection, UUID id, PlanJson plan) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO green_plan (job_id, version, made_at, run_id, plan)"
                + " VALUES (?, ?, ?, ?, ?::jsonb)")) {
      insert.setObject(1, id);
      insert.setInt(2, plan.version());
      insert.setTimestamp(3, Timestamp.from(plan.madeAt()));
      insert.setString(4, plan.runId());
      insert.setString(5, json(plan));
      insert.executeUpdate();
    }
  }

  /** Sets the state of a job that is not over; {@code seen} may be null: then it stays. */
  void update(Connection connection, UUID id, String state, Instant seen) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE green_job SET state = ?, seen_at = coalesce(?, seen_at) WHERE id = ? "
                + LIVE)) {
      update.setString(1, state);
      update.setTimestamp(2, seen == null ? null : Timestamp.from(seen));
      update.setObject(3, id);
      update.executeUpdate();
    }
  }

  Optional<JobJson> find(Connection connection, Caller caller, UUID id) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(SELECT + "AND job.id = ?")) {
      bind(select, caller);
      select.setObject(3, id);
      return read(select).stream().findFirst();
    }
  }

  /** The newest first. */
  List<JobJson> list(Connection connection, Caller caller, int most) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(SELECT + "ORDER BY job.created_at DESC, job.id LIMIT ?")) {
      bind(select, caller);
      select.setInt(3, most);
      return read(select);
    }
  }

  /** Jobs that are not over. */
  List<JobJson> live(Connection connection, Caller caller) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(SELECT + LIVE + "ORDER BY job.created_at, job.id")) {
      bind(select, caller);
      return read(select);
    }
  }

  /** All versions of a job's plan, the first one first. */
  List<PlanJson> plans(Connection connection, UUID id) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT plan::text FROM green_plan WHERE job_id = ? ORDER BY version")) {
      select.setObject(1, id);
      try (ResultSet rows = select.executeQuery()) {
        List<PlanJson> plans = new ArrayList<>();
        while (rows.next()) {
          plans.add(parse(rows.getString(1), PlanJson.class));
        }
        return plans;
      }
    }
  }

  private static void bind(PreparedStatement select, Caller caller) throws SQLException {
    select.setBoolean(1, caller.everyOrganisation());
    select.setLong(2, caller.organisationId());
  }

  private List<JobJson> read(PreparedStatement select) throws SQLException {
    try (ResultSet rows = select.executeQuery()) {
      List<JobJson> jobs = new ArrayList<>();
      while (rows.next()) {
        Timestamp seen = rows.getTimestamp(5);
        jobs.add(
            new JobJson(
                rows.getObject(1, UUID.class),
                rows.getString(2),
                rows.getString(3),
                rows.getTimestamp(4).toInstant(),
                seen == null ? null : seen.toInstant(),
                parse(rows.getString(6), JobBody.class),
                rows.getString(10) == null ? null : parse(rows.getString(10), PlanJson.class)));
      }
      return jobs;
    }
  }

  private String json(Object value) {
    try {
      return mapper.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private <T> T parse(String json, Class<T> type) {
    try {
      return mapper.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a row of green_job cannot be read: " + e.getMessage(), e);
    }
  }
}
