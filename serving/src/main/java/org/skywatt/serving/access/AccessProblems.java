package org.skywatt.serving.access;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.skywatt.serving.problem.Problem;
import org.skywatt.serving.problem.ProblemException;

/** What a caller is told who has no key, or too little of a role. */
class AccessProblems {
  private static final int UNAVAILABLE = 503;
  static final String REALM = "Bearer realm=\"skywatt\"";

  @ServerExceptionMapper
  Response nobody(UnauthorizedException e) {
    return unknown().response(builder -> builder.header("WWW-Authenticate", REALM));
  }

  @ServerExceptionMapper
  Response tooLittle(ForbiddenException e) {
    return ProblemException.forbidden("forbidden", "this key's role does not allow that")
        .response();
  }

  static ProblemException unknown() {
    return ProblemException.unauthorized(
        "unauthorised",
        "send a good key as Authorization: Bearer KEY; an admin issues keys. Where the service"
            + " takes tokens of people: one that names an organisation and a role here");
  }

  /** Answers outside of the API's own handlers. */
  static void send(RoutingContext context, Problem problem) {
    if (problem.status() == UNAVAILABLE) {
      context.response().putHeader("Retry-After", "5");
    }
    context
        .response()
        .setStatusCode(problem.status())
        .putHeader("WWW-Authenticate", REALM)
        .putHeader("Content-Type", Problem.MEDIA_TYPE)
        .end(
            new JsonObject()
                .put("type", problem.type())
                .put("title", problem.title())
                .put("status", problem.status())
                .put("detail", problem.detail())
                .put("code", problem.code())
                .encode());
  }
}
