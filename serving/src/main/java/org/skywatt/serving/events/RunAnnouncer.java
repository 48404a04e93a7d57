package org.skywatt.serving.events;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Timer;
import java.util.TimerTask;
import org.jboss.logging.Logger;
import org.skywatt.core.run.RunFile;
import org.skywatt.core.run.RunHeader;
import org.skywatt.serving.change.ChangeLog;
import org.skywatt.serving.change.ChangeWatcher;
import org.skywatt.serving.database.Database;
import org.skywatt.serving.run.Runs;

/**
 * Puts each run that is served into the change log, and a warning when the next is late, once
 * however many services there are.
 */
@ApplicationScoped
public class RunAnnouncer {
  private static final Logger LOG = Logger.getLogger(RunAnnouncer.class);
  private static final long POLL_MILLIS = 500;

  private final Runs runs;
  private final Database database;
  private final EventTable events;
  private final ChangeLog changes;
  private final ChangeWatcher watcher;
  private final Timer timer = new Timer("skywatt-announce", true);
  private String announced = "";
  private String late = "";

  RunAnnouncer(
      Runs runs, Database database, EventTable events, ChangeLog changes, ChangeWatcher watcher) {
    this.runs = runs;
    this.database = database;
    this.events = events;
    this.changes = changes;
    this.watcher = watcher;
  }

  void start(@Observes @Priority(200) StartupEvent event) {
    timer.schedule(
        new TimerTask() {
          @Override
          public void run() {
            look();
          }
        },
        0,
        POLL_MILLIS);
  }

  private void look() {
    try {
      Optional<RunHeader> newest = runs.latest().map(RunFile::header);
      if (newest.isEmpty()) {
        return;
      }
      String runId = newest.get().runId();
      if (!runId.equals(announced)) {
        announce(EventTable.RUN, runId);
        announced = runId;
      }
      if (!runId.equals(late) && runs.isStale(newest.get())) {
        announce(EventTable.LATE, runId);
        late = runId;
      }
    } catch (SQLException | RuntimeException e) {
      // The database is away: the next look may succeed.
      LOG.debugf("a run is not announced yet: %s", e.getMessage());
    }
  }

  private void announce(String kind, String runId) throws SQLException {
    if (database.attempt(connection -> announce(connection, kind, runId))) {
      watcher.look();
    }
  }

  private boolean announce(Connection connection, String kind, String runId) throws SQLException {
    try (PreparedStatement operator =
        connection.prepareStatement(
            "SELECT id FROM organisation WHERE every_organisation ORDER BY id FOR NO KEY UPDATE")) {
      try (ResultSet row = operator.executeQuery()) {
        if (!row.next() || events.has(connection, kind, runId)) {
          return false;
        }
        changes.append(connection, row.getLong(1), kind, runId);
        return true;
      }
    }
  }

  @PreDestroy
  void stop() {
    timer.cancel();
  }
}
