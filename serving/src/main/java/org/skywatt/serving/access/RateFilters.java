package org.skywatt.serving.access;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.TimeUnit;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.skywatt.serving.config.SkywattConfig;
import org.skywatt.serving.problem.ProblemException;

/** Holds each key to its rate, and tells it how much is left (draft-ietf-httpapi-ratelimit). */
class RateFilters {
  private static final String VERDICT = "skywatt.rate";

  private final RequestRates rates;
  private final SecurityIdentity identity;
  private final SkywattConfig config;

  RateFilters(RequestRates rates, SecurityIdentity identity, SkywattConfig config) {
    this.rates = rates;
    this.identity = identity;
    this.config = config;
  }

  @ServerRequestFilter(nonBlocking = true)
  public Response count(ContainerRequestContext request) {
    Caller caller = identity.getAttribute(CurrentCaller.ATTRIBUTE);
    if (caller == null || config.open()) {
      return null;
    }
    Integer own = identity.getAttribute(RequestRates.ATTRIBUTE);
    RequestRates.Verdict verdict =
        rates.count(
            caller.keyId(),
            own == null ? config.requestsPerMinute() : own,
            TimeUnit.NANOSECONDS.toSeconds(System.nanoTime()));
    request.setProperty(VERDICT, verdict);
    return verdict.allowed()
        ? null
        : ProblemException.tooMany(
                "rate-limited",
                "this key may make " + verdict.limit() + " requests a minute",
                verdict.resetSeconds())
            .response();
  }

  @ServerResponseFilter
  public void tell(ContainerRequestContext request, ContainerResponseContext response) {
    if (request.getProperty(VERDICT) instanceof RequestRates.Verdict verdict) {
      response
          .getHeaders()
          .putSingle(
              "RateLimit-Policy",
              "\"minute\";q=" + verdict.limit() + ";w=" + RequestRates.WINDOW_SECONDS);
      response
          .getHeaders()
          .putSingle(
              "RateLimit", "\"minute\";r=" + verdict.remaining() + ";t=" + verdict.resetSeconds());
    }
  }
}
