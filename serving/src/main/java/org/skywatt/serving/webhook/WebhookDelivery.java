package org.skywatt.serving.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.skywatt.serving.change.ChangeLog;
import org.skywatt.serving.config.SkywattConfig;
import org.skywatt.serving.database.Database;
import org.skywatt.serving.events.EventJson;
import org.skywatt.serving.events.EventTable;

/**
 * Sends the change log to webhooks, at least once and in order, behind all requests. A message that
 * fails is sent again, the same under the same id, after a pause that doubles, up to an hour; after
 * too many failures, or 410 Gone, the webhook is disabled.
 */
@ApplicationScoped
class WebhookDelivery {
  private static final Logger LOG = Logger.getLogger(WebhookDelivery.class);
  private static final long POLL_MILLIS = 500;
  private static final int THREADS = 16;
  private static final int GONE = 410;
  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

  /** What is sent. */
  record Message(String type, Instant timestamp, Data data) {}

  /** The changes of a message. */
  record Data(List<EventJson> changes, long last) {}

  private final Database database;
  private final WebhookTable table;
  private final EventTable events;
  private final ChangeLog changes;
  private final WebhookSender sender;
  private final SkywattConfig.Webhooks rules;
  private final ObjectMapper mapper;
  private final ScheduledExecutorService poller = Executors.newSingleThreadScheduledExecutor();
  private final ExecutorService workers = Executors.newFixedThreadPool(THREADS);
  private final AtomicInteger busy = new AtomicInteger();
  // Whether more may be due than there were threads for.
  private volatile boolean more;

  WebhookDelivery(
      Database database,
      WebhookTable table,
      EventTable events,
      ChangeLog changes,
      WebhookSender sender,
      SkywattConfig config,
      ObjectMapper mapper) {
    this.database = database;
    this.table = table;
    this.events = events;
    this.changes = changes;
    this.sender = sender;
    this.rules = config.webhooks();
    this.mapper = mapper;
  }

  void start(@Observes @Priority(300) StartupEvent event) {
    Future<?> unused =
        poller.scheduleWithFixedDelay(this::look, POLL_MILLIS, POLL_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void look() {
    int free = THREADS - busy.get();
    if (free == 0) {
      return;
    }
    try {
      List<WebhookTable.Due> due = database.attempt(connection -> table.take(connection, free));
      more = due.size() == free;
      for (WebhookTable.Due each : due) {
        busy.incrementAndGet();
        workers.execute(() -> deliver(each));
      }
    } catch (SQLException | RuntimeException e) {
      // The database is away: nothing is lost, the log is in it.
      LOG.debugf("webhooks wait: %s", e.getMessage());
    }
  }

  private void deliver(WebhookTable.Due due) {
    try {
      // Before the changes are read, so that none comes in between and is passed over.
      long newest = database.attempt(changes::newest);
      List<EventJson> news =
          database.attempt(connection -> events.after(connection, due.caller(), due.cursor()));
      long last = last(due, news, newest);
      List<EventJson> wanted =
          news.stream()
              .filter(each -> each.id() <= last)
              .filter(each -> due.kinds() == null || due.kinds().contains(each.kind()))
              .toList();
      if (due.pendingLast() == null && !wanted.isEmpty()) {
        // Before it is sent, so that even if this process ends it is sent again as it is.
        database.attempt(
            connection -> {
              table.pend(connection, due, last);
              return null;
            });
      }
      String problem = wanted.isEmpty() ? null : send(due, wanted, last);
      database.attempt(
          connection -> {
            if (problem == null) {
              table.told(connection, due, last, !wanted.isEmpty());
            } else {
              table.failed(connection, due, problem, pause(due, problem));
            }
            return null;
          });
    } catch (SQLException | RuntimeException e) {
      LOG.debugf("webhook %s waits: %s", due.id(), e.getMessage());
    } finally {
      busy.decrementAndGet();
      lookAgain();
    }
  }

  private void lookAgain() {
    try {
      if (more) {
        poller.execute(this::look);
      }
    } catch (RejectedExecutionException e) {
      LOG.debug("the service stops");
    }
  }

  private static long last(WebhookTable.Due due, List<EventJson> news, long newest) {
    if (due.pendingLast() != null) {
      return due.pendingLast();
    }
    return news.isEmpty() ? newest : news.get(news.size() - 1).id();
  }

  /** What went wrong; null if nothing did. */
  private String send(WebhookTable.Due due, List<EventJson> changes, long last) {
    try {
      Target target = Target.of(due.url(), rules);
      Instant now = Instant.now();
      // When it happened, so that a message that is sent again has the same bytes.
      Instant happened = changes.get(changes.size() - 1).at();
      byte[] body =
          mapper.writeValueAsBytes(new Message("changes", happened, new Data(changes, last)));
      String id = due.id() + "-" + changes.get(0).id() + "-" + last;
      int status =
          sender.post(
              target,
              id,
              now.getEpochSecond(),
              due.secret().sign(id, now.getEpochSecond(), body),
              body);
      return status / 100 == 2 ? null : "status " + status;
    } catch (IllegalArgumentException | IllegalStateException e) {
      return e.getMessage();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private Duration pause(WebhookTable.Due due, String problem) {
    int failures = due.failures() + 1;
    if (failures >= rules.mostFailures() || problem.equals("status " + GONE)) {
      return null;
    }
    double doubled = rules.firstPause().toMillis() * Math.pow(2, failures - 1);
    double capped = Math.min(doubled, (double) LONGEST_PAUSE.toMillis());
    // So that those who failed together don't come back together.
    return Duration.ofMillis(Math.round(capped * ThreadLocalRandom.current().nextDouble(0.8, 1.2)));
  }

  void stop(@Observes ShutdownEvent event) {
    poller.shutdownNow();
    workers.shutdownNow();
  }
}
