package org.skywatt.serving.access;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.skywatt.serving.change.ChangeWatcher;
import org.skywatt.serving.problem.ProblemException;

/**
 * The keys that are good, held in memory: a request asks no database. A revoked key is refused
 * within two seconds by every process; without the database keys stay good for 15 minutes.
 */
@ApplicationScoped
class Keys {
  static final Duration GOOD_WITHOUT_DATABASE = Duration.ofMinutes(15);

  private record Known(SecurityIdentity identity, Instant expiresAt) {}

  private final KeyTable table;
  private final ChangeWatcher watcher;
  private final Clock clock;
  private volatile Map<String, Known> bySha256 = Map.of();

  Keys(KeyTable table, ChangeWatcher watcher, Clock clock) {
    this.table = table;
    this.watcher = watcher;
    this.clock = clock;
  }

  void reload(@Observes ChangeWatcher.Reload event) {
    Map<String, Known> keys = new HashMap<>();
    try {
      for (KeyRow row : table.live(event.connection())) {
        keys.put(
            row.sha256(),
            new Known(
                identity(row.caller(), row.requestsPerMinute(), row.requestsPerDay()),
                row.expiresAt()));
      }
    } catch (SQLException e) {
      throw new IllegalStateException("keys cannot be read: " + e.getMessage(), e);
    }
    bySha256 = keys;
  }

  /**
   * Who holds this key, if it is good.
   *
   * @throws ProblemException (503) if the database has been away for too long to know
   */
  Optional<SecurityIdentity> find(String token) {
    requireFresh();
    Known known = bySha256.get(ApiKey.hash(token));
    if (known == null
        || (known.expiresAt() != null && !clock.instant().isBefore(known.expiresAt()))) {
      return Optional.empty();
    }
    return Optional.of(known.identity());
  }

  /**
   * @throws ProblemException (503) if the database has been away for too long to know who may what
   */
  void requireFresh() {
    requireFresh(watcher.age());
  }

  static void requireFresh(Duration age) {
    if (age.compareTo(GOOD_WITHOUT_DATABASE) > 0) {
      throw ProblemException.unavailable(
          "keys-unavailable", "keys cannot be checked: the database has been away for too long");
    }
  }

  static SecurityIdentity identity(
      Caller caller, Integer requestsPerMinute, Integer requestsPerDay) {
    QuarkusSecurityIdentity.Builder builder =
        QuarkusSecurityIdentity.builder()
            .setPrincipal(new QuarkusPrincipal(caller.keyId()))
            .addRoles(caller.role().included())
            .addAttribute(CurrentCaller.ATTRIBUTE, caller);
    if (requestsPerMinute != null) {
      builder.addAttribute(RequestRates.ATTRIBUTE, requestsPerMinute);
    }
    if (requestsPerDay != null) {
      builder.addAttribute(DailyUse.ATTRIBUTE, requestsPerDay);
    }
    return builder.build();
  }
}
