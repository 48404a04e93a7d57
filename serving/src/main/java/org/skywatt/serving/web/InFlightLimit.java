package org.skywatt.serving.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.atomic.AtomicInteger;
import org.skywatt.serving.config.SkywattConfig;
import org.skywatt.serving.problem.Problem;

/**
 * Turns requests away while too many are being answered: a queue without end would make every
 * caller wait, and the health checks with them.
 */
@ApplicationScoped
public class InFlightLimit {
  private static final int UNAVAILABLE = 503;

  private final AtomicInteger inFlight = new AtomicInteger();
  private final int most;

  InFlightLimit(SkywattConfig config) {
    this.most = config.requestsInFlight();
  }

  void register(@Observes Filters filters) {
    filters.register(this::count, 120);
  }

  private void count(RoutingContext context) {
    String path = context.normalizedPath();
    if (!path.startsWith("/v1/") || path.equals("/v1/changes") || path.startsWith("/v1/changes/")) {
      context.next();
      return;
    }
    if (inFlight.incrementAndGet() > most) {
      inFlight.decrementAndGet();
      refuse(context);
      return;
    }
    context.addEndHandler(unused -> inFlight.decrementAndGet());
    context.next();
  }

  private static void refuse(RoutingContext context) {
    context
        .response()
        .setStatusCode(UNAVAILABLE)
        .putHeader("Retry-After", "1")
        .putHeader("Content-Type", Problem.MEDIA_TYPE)
        .end(
            "{\"type\":\"urn:skywatt:problem:busy\",\"title\":\"Not available now\",\"status\":503,"
                + "\"detail\":\"too many requests are being answered; try again in a second\","
                + "\"code\":\"busy\"}");
  }
}
