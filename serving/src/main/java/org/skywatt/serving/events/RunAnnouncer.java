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
import java.util.Timer;
import java.util.TimerTask;
import org.jboss.logging.Logger;
import org.skywatt.serving.change.ChangeLog;
import org.skywatt.serving.change.ChangeWatcher;
import org.skywatt.serving.database.Database;
import org.skywatt.serving.run.Runs;

/** Puts each run that is served into the change log, once however many services there are. */
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
      String newest = runs.latest().map(run -> run.header().runId()).orElse("");
      if (newest.equals(announced)) {
        return;
      }
      boolean isNew =
          !newest.isEmpty() && database.attempt(connection -> announce(connection, newest));
      announced = newest;
      if (isNew) {
        watcher.look();
      }
    } catch (SQLException | RuntimeException e) {
      // The database is away: the next look may succeed.
      LOG.debugf("a run is not announced yet: %s", e.getMessage());
    }
  }

  private boolean announce(Connection connection, String runId) throws SQLException {
    try (PreparedStatement operator =
        connection.prepareStatement(
            "SELECT id FROM organisation WHERE every_organisation ORDER BY id FOR UPDATE")) {
      try (ResultSet row = operator.executeQuery()) {
        if (!row.next() || events.hasRun(connection, runId)) {
          return false;
        }
        changes.append(connection, row.getLong(1), EventTable.RUN, runId);
        return true;
      }
    }
  }

  @PreDestroy
  void stop() {
    timer.cancel();
  }
}
