package org.skywatt.serving.audit;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import org.skywatt.serving.database.Database;

/**
 * The table {@code audit}, written behind the requests. While the database is away entries wait; of
 * more than {@value #WAITING} the rest goes to the service's log alone.
 */
@ApplicationScoped
class AuditLog {
  private static final Logger LOG = Logger.getLogger(AuditLog.class);
  private static final int WAITING = 10_000;
  private static final int BATCH = 500;
  private static final int LONGEST_PATH = 500;
  private static final long FLUSH_MILLIS = 500;

  private final Database database;
  private final BlockingQueue<AuditEntry> queue = new ArrayBlockingQueue<>(WAITING);
  private final AtomicLong unwritten = new AtomicLong();
  private List<AuditEntry> batch = new ArrayList<>();
  private final ScheduledExecutorService writer =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "skywatt-audit");
            thread.setDaemon(true);
            return thread;
          });

  AuditLog(Database database) {
    this.database = database;
    Future<?> unused =
        writer.scheduleWithFixedDelay(
            this::flush, FLUSH_MILLIS, FLUSH_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** Remembers a request; never waits. */
  void add(AuditEntry entry) {
    if (!queue.offer(entry)) {
      unwritten.incrementAndGet();
      LOG.warnf("not in the audit table: %s", entry);
    }
  }

  private synchronized void flush() {
    try {
      while (!batch.isEmpty() || !queue.isEmpty()) {
        queue.drainTo(batch, BATCH - batch.size());
        write(batch);
        batch = new ArrayList<>();
      }
    } catch (SQLException | RuntimeException e) {
      LOG.debugf("audit waits: %s", e.getMessage());
    }
  }

  private void write(List<AuditEntry> entries) throws SQLException {
    database.attempt(
        connection -> {
          try (PreparedStatement insert =
              connection.prepareStatement(
                  """
                  INSERT INTO audit (at, request_id, organisation, key_id, method, path, status)
                  VALUES (?, ?, ?, ?, ?, ?, ?)
                  """)) {
            for (AuditEntry each : entries) {
              insert.setTimestamp(1, Timestamp.from(each.at()));
              insert.setString(2, each.requestId());
              insert.setString(3, each.organisation());
              insert.setString(4, each.keyId());
              insert.setString(5, each.method());
              insert.setString(6, printable(each.path()));
              insert.setInt(7, each.status());
              insert.addBatch();
            }
            insert.executeBatch();
          }
          return null;
        });
  }

  private static String printable(String path) {
    String clean = path.replaceAll("\\p{Cntrl}", "?");
    return clean.length() > LONGEST_PATH ? clean.substring(0, LONGEST_PATH) : clean;
  }

  @PreDestroy
  void stop() {
    writer.shutdown();
    flush();
  }
}
