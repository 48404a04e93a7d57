package org.skywatt.serving.access;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.skywatt.serving.config.SkywattConfig;
import org.skywatt.serving.problem.ProblemException;

/** Holds each key to its rate and quota, and tells it how much is left. */
class RateFilters {
  private static final String VERDICT = "skywatt.rate";

  private final Allowances allowances;
  private final SecurityIdentity identity;
  private final SkywattConfig config;

  RateFilters(Allowances allowances, SecurityIdentity identity, SkywattConfig config) {
    this.allowances = allowances;
    this.identity = identity;
    this.config = config;
  }

  @ServerRequestFilter(nonBlocking = true)
  public Response count(ContainerRequestContext request) {
    if (identity.getAttribute(CurrentCaller.ATTRIBUTE) == null || config.open()) {
      return null;
    }
    Allowances.Verdict verdict = allowances.count(identity);
    request.setProperty(VERDICT, verdict);
    try {
      verdict.require();
    } catch (ProblemException e) {
      return e.response();
    }
    return null;
  }

  @ServerResponseFilter
  public void tell(ContainerRequestContext request, ContainerResponseContext response) {
    if (request.getProperty(VERDICT) instanceof Allowances.Verdict verdict) {
      response.getHeaders().putSingle("RateLimit-Policy", verdict.policy());
      response.getHeaders().putSingle("RateLimit", verdict.left());
    }
  }
}
