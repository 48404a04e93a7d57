package org.skywatt.serving.database;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Timer;
import java.util.TimerTask;
import org.jboss.logging.Logger;
import org.skywatt.serving.config.SkywattConfig;

/** Removes once an hour what the database keeps for a time only. */
@ApplicationScoped
public class Expiry {
  private static final Logger LOG = Logger.getLogger(Expiry.class);
  private static final long PERIOD_MILLIS = Duration.ofHours(1).toMillis();

  private final Database database;
  private final SkywattConfig config;
  private final Clock clock;
  private final Timer timer = new Timer("skywatt-expiry", true);

  Expiry(Database database, SkywattConfig config, Clock clock) {
    this.database = database;
    this.config = config;
    this.clock = clock;
  }

  void start(@Observes @Priority(200) StartupEvent event) {
    timer.schedule(
        new TimerTask() {
          @Override
          public void run() {
            try {
              remove();
            } catch (SQLException | RuntimeException e) {
              // The database is away: the next hour may be better.
              LOG.debugf("nothing old is removed: %s", e.getMessage());
            }
          }
        },
        PERIOD_MILLIS,
        PERIOD_MILLIS);
  }

  /**
   * Removes audit entries and answers to requests with an {@code Idempotency-Key} that are older
   * than the settings say.
   *
   * @return how many rows were removed
   */
  public int remove() throws SQLException {
    return database.attempt(
        connection ->
            remove(connection, "DELETE FROM audit WHERE at < ?", config.keepAudit())
                + remove(
                    connection,
                    "DELETE FROM idempotent_request WHERE at < ?",
                    config.keepIdempotencyKeys()));
  }

  private int remove(Connection connection, String statement, Duration kept) throws SQLException {
    Instant before = clock.instant().minus(kept);
    try (PreparedStatement delete = connection.prepareStatement(statement)) {
      delete.setTimestamp(1, Timestamp.from(before));
      return delete.executeUpdate();
    }
  }

  @PreDestroy
  void stop() {
    timer.cancel();
  }
}
