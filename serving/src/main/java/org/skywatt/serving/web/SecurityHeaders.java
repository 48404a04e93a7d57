package org.skywatt.serving.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Headers that keep a browser from doing what this service never asks for. */
@ApplicationScoped
public class SecurityHeaders {
  private static final String OWN_FILES_ONLY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
  // Swagger UI starts with a script inside its page.
  private static final String DOCUMENTATION =
      "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline';"
          + " img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  void register(@Observes Filters filters) {
    filters.register(SecurityHeaders::add, 100);
  }

  private static void add(RoutingContext context) {
    HttpServerResponse response = context.response();
    boolean documentation = context.normalizedPath().startsWith("/docs");
    response.putHeader("Content-Security-Policy", documentation ? DOCUMENTATION : OWN_FILES_ONLY);
    response.putHeader("X-Content-Type-Options", "nosniff");
    response.putHeader("X-Frame-Options", "DENY");
    response.putHeader("Referrer-Policy", "no-referrer");
    response.putHeader("Cross-Origin-Resource-Policy", "same-origin");
    if (context.request().isSSL()) {
      response.putHeader("Strict-Transport-Security", "max-age=31536000");
    }
    context.next();
  }
}
