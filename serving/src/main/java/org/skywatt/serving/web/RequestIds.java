package org.skywatt.serving.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/** Gives each request an id, or keeps the caller's; the answer and the log tell it. */
@ApplicationScoped
public class RequestIds {
  /** The header of requests and answers. */
  public static final String HEADER = "X-Request-Id";

  private static final Pattern GOOD = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final String KEY = "requestId";

  void register(@Observes Filters filters) {
    filters.register(RequestIds::add, 200);
  }

  private static void add(RoutingContext context) {
    String given = context.request().getHeader(HEADER);
    String id =
        given != null && GOOD.matcher(given).matches() ? given : UUID.randomUUID().toString();
    context.put(KEY, id);
    MDC.put(KEY, id);
    context.response().putHeader(HEADER, id);
    context.next();
  }

  /** The id of a request. */
  public static String of(RoutingContext context) {
    return context.get(KEY, "unknown");
  }
}
