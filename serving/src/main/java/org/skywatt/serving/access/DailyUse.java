package org.skywatt.serving.access;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import org.skywatt.serving.database.Database;

/**
 * How many requests each key made on a day (UTC): counted in memory, added to the table {@code
 * key_use} every two seconds, behind the requests, so that all processes and the next start know of
 * them. Within these seconds after a start, or of several processes, a key may have somewhat more
 * than its quota. The table keeps 400 days.
 */
@ApplicationScoped
class DailyUse {
  static final String ATTRIBUTE = "requestsPerDay";
  private static final Logger LOG = Logger.getLogger(DailyUse.class);
  private static final long FLUSH_MILLIS = 2000;
  private static final int KEPT_DAYS = 400;

  private record Key(String id, LocalDate day) {}

  private static final class Count {
    /** As the table had it last, with what this process had added. */
    private volatile long written;

    /** Whether there was a request since the table was looked at. */
    private volatile boolean asked;

    private final AtomicLong unwritten = new AtomicLong();
  }

  private final Database database;
  private final ConcurrentMap<Key, Count> counts = new ConcurrentHashMap<>();
  private final ScheduledExecutorService writer = Executors.newSingleThreadScheduledExecutor();
  private volatile LocalDate pruned;

  DailyUse(Database database) {
    this.database = database;
  }

  void start(@Observes @Priority(20) StartupEvent event) {
    Future<?> unused =
        writer.scheduleWithFixedDelay(
            this::flush, FLUSH_MILLIS, FLUSH_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** Counts a request and says how many there were before it. */
  long count(String keyId, LocalDate day) {
    Count count = counts.computeIfAbsent(new Key(keyId, day), unused -> new Count());
    count.asked = true;
    return count.written + count.unwritten.getAndIncrement();
  }

  /** Takes a request back that was refused. */
  void forget(String keyId, LocalDate day) {
    Count count = counts.get(new Key(keyId, day));
    if (count != null) {
      count.unwritten.decrementAndGet();
    }
  }

  private void flush() {
    // In the order of ids, so that two processes never wait for each other.
    List<Key> asked =
        counts.entrySet().stream()
            .filter(each -> each.getValue().asked || each.getValue().unwritten.get() != 0)
            .map(Map.Entry::getKey)
            .sorted(Comparator.comparing(Key::id).thenComparing(Key::day))
            .toList();
    try {
      if (!asked.isEmpty()) {
        database.attempt(connection -> write(connection, asked)).forEach(Runnable::run);
      }
      LocalDate today = LocalDate.now(ZoneOffset.UTC);
      counts.keySet().removeIf(each -> each.day().isBefore(today.minusDays(1)));
      if (!today.equals(pruned)) {
        database.attempt(connection -> prune(connection, today.minusDays(KEPT_DAYS)));
        pruned = today;
      }
    } catch (SQLException | RuntimeException e) {
      LOG.debugf("uses of keys are not written yet: %s", e.getMessage());
    }
  }

  /** What is to be done once the transaction is committed. */
  private List<Runnable> write(Connection connection, List<Key> keys) throws SQLException {
    List<Runnable> after = new ArrayList<>();
    for (Key key : keys) {
      Count count = counts.get(key);
      count.asked = false;
      long more = count.unwritten.get();
      long total = add(connection, key, more);
      after.add(
          () -> {
            // In this order a reader counts too much for a moment, never too little.
            count.written = total;
            count.unwritten.addAndGet(-more);
          });
    }
    return after;
  }

  private static long add(Connection connection, Key key, long more) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            INSERT INTO key_use (key_id, day, requests) VALUES (?, ?, ?)
            ON CONFLICT (key_id, day) DO UPDATE SET requests = key_use.requests + excluded.requests
            RETURNING requests
            """)) {
      insert.setString(1, key.id());
      insert.setObject(2, key.day());
      insert.setLong(3, more);
      try (ResultSet row = insert.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  /** How many days of keys were let go. */
  private static int prune(Connection connection, LocalDate first) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("DELETE FROM key_use WHERE day < ?")) {
      delete.setObject(1, first);
      return delete.executeUpdate();
    }
  }

  @PreDestroy
  void stop() {
    writer.shutdown();
    try {
      // Two at once would count twice.
      if (writer.awaitTermination(2 * FLUSH_MILLIS, TimeUnit.MILLISECONDS)) {
        flush();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
