package org.skywatt.serving.web;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.skywatt.serving.problem.Problem;

/**
 * Tells a body that says to be larger than the server takes as a problem like any other; of one
 * that does not say its length the server itself ends the connection with a bare 413.
 */
@ApplicationScoped
public class BodyLimit {
  private static final int TOO_LARGE = 413;

  private final long most;

  BodyLimit(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize most) {
    this.most = most.asLongValue();
  }

  void register(@Observes Filters filters) {
    // After the request has its id and its headers, and before anything is read.
    filters.register(this::check, 90);
  }

  private void check(RoutingContext context) {
    if (length(context.request().getHeader("Content-Length")) <= most) {
      context.next();
      return;
    }
    context
        .response()
        .setStatusCode(TOO_LARGE)
        .putHeader("Content-Type", Problem.MEDIA_TYPE)
        .putHeader("Connection", "close")
        .end(
            "{\"type\":\"urn:skywatt:problem:body-too-large\",\"title\":\"Content Too Large\","
                + "\"status\":413,\"detail\":\"a body has at most "
                + most
                + " bytes: send less at a time\",\"code\":\"body-too-large\"}")
        .onComplete(unused -> context.request().connection().close());
  }

  private static long length(String header) {
    try {
      return header == null ? 0 : Long.parseLong(header);
    } catch (NumberFormatException e) {
      // HTTP itself refuses it.
      return 0;
    }
  }
}
