package org.skywatt.serving.change;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.skywatt.serving.database.Database;

/**
 * Looks at the change log once a second and has caches read anew after a change, whichever process
 * made it. While the database is away caches stay as they are.
 */
@ApplicationScoped
public class ChangeWatcher {
  private static final Duration AWAY = Duration.ofSeconds(5);

  /** Caches that observe this read what they hold in the transaction of the connection. */
  public record Reload(Connection connection) {}

  private static final Logger LOG = Logger.getLogger(ChangeWatcher.class);
  private static final long POLL_MILLIS = 1000;

  private final Database database;
  private final ChangeLog log;
  private final Event<Reload> reload;
  private final ScheduledExecutorService poller =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "skywatt-changes");
            thread.setDaemon(true);
            return thread;
          });
  private volatile long seen = -1;
  private boolean away;
  private volatile long lastSuccessNanos = System.nanoTime();

  ChangeWatcher(Database database, ChangeLog log, Event<Reload> reload) {
    this.database = database;
    this.log = log;
    this.reload = reload;
  }

  void start(@Observes @Priority(10) StartupEvent event) {
    look();
    Future<?> unused =
        poller.scheduleWithFixedDelay(this::look, POLL_MILLIS, POLL_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** Reads anew at once if something changed; never throws. */
  public synchronized void look() {
    try {
      database.attempt(
          connection -> {
            long newest = log.newest(connection);
            if (newest != seen) {
              reload.fire(new Reload(connection));
              seen = newest;
            }
            return null;
          });
      lastSuccessNanos = System.nanoTime();
      away = false;
    } catch (SQLException | RuntimeException e) {
      if (!away) {
        LOG.warnf("changes cannot be followed: %s", e.getMessage());
      }
      away = true;
    }
  }

  /** Id of the newest change that was seen; 0 if there is none. */
  public long newest() {
    return Math.max(0, seen);
  }

  /** For how long the database has not been seen. */
  public Duration age() {
    return Duration.ofNanos(System.nanoTime() - lastSuccessNanos);
  }

  /** Whether the database has been seen lately. */
  public boolean isDatabaseThere() {
    return age().compareTo(AWAY) < 0;
  }

  @PreDestroy
  void stop() {
    poller.shutdownNow();
  }
}
