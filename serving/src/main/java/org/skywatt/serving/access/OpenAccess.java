package org.skywatt.serving.access;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import org.jboss.logging.Logger;
import org.skywatt.serving.config.SkywattConfig;
import org.skywatt.serving.database.Database;

/**
 * The organisation that runs this service: it is everyone where the service is open, and at the
 * first start of one that is not it gets a key that is shown once.
 */
@ApplicationScoped
class OpenAccess {
  private static final Logger LOG = Logger.getLogger(OpenAccess.class);
  private static final String OPERATOR = "skywatt";
  private static final String OPEN = "open";

  private final Database database;
  private final KeyTable table;
  private final SkywattConfig config;
  private volatile SecurityIdentity identity;

  OpenAccess(Database database, KeyTable table, SkywattConfig config) {
    this.database = database;
    this.table = table;
    this.config = config;
  }

  void start(@Observes @Priority(5) StartupEvent event) {
    database.transaction(
        connection -> {
          Caller operator =
              table
                  .organisation(connection, OPERATOR, Role.ADMIN, OPEN)
                  .orElseThrow(() -> new IllegalStateException("no organisation " + OPERATOR));
          identity = Keys.identity(operator, null, null);
          if (!config.open()) {
            issueFirst(connection, operator);
          }
          return null;
        });
  }

  private void issueFirst(Connection connection, Caller operator) throws SQLException {
    boolean hasOne =
        table.live(connection).stream()
            .anyMatch(key -> key.everyOrganisation() && Role.parse(key.role()) == Role.ADMIN);
    if (!hasOne) {
      ApiKey key = ApiKey.generate();
      table.insert(
          connection, key, operator.organisationId(), "first key", Role.ADMIN, null, null, null);
      LOG.warnf("first start: the admin's key, shown only now: %s", key.token());
    }
  }

  /** Everyone, where the service is open. */
  SecurityIdentity identity() {
    return identity;
  }
}
