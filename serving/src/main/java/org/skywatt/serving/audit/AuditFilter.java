package org.skywatt.serving.audit;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import org.skywatt.serving.access.Caller;
import org.skywatt.serving.access.CurrentCaller;
import org.skywatt.serving.web.RequestIds;

/** Takes down every request to the API that may change something, and every one that is refused. */
@ApplicationScoped
public class AuditFilter {
  private static final int UNAUTHORISED = 401;
  private static final int FORBIDDEN = 403;

  private final AuditLog log;
  private final Clock clock;

  AuditFilter(AuditLog log, Clock clock) {
    this.log = log;
    this.clock = clock;
  }

  void register(@Observes Filters filters) {
    filters.register(this::follow, 150);
  }

  private void follow(RoutingContext context) {
    context.addEndHandler(
        unused -> {
          int status = context.response().getStatusCode();
          HttpMethod method = context.request().method();
          boolean reads = method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
          if (!reads || status == UNAUTHORISED || status == FORBIDDEN) {
            log.add(entry(context, status));
          }
        });
    context.next();
  }

  private AuditEntry entry(RoutingContext context, int status) {
    Caller caller =
        context.user() instanceof QuarkusHttpUser user
            ? user.getSecurityIdentity().getAttribute(CurrentCaller.ATTRIBUTE)
            : null;
    return new AuditEntry(
        clock.instant(),
        RequestIds.of(context),
        caller == null ? null : caller.organisation(),
        caller == null ? null : caller.keyId(),
        context.request().method().name(),
        context.normalizedPath(),
        status);
  }
}
