package org.skywatt.serving.access;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.skywatt.serving.config.SkywattConfig;
import org.skywatt.serving.problem.Problem;
import org.skywatt.serving.problem.ProblemException;

/**
 * Signs callers in by {@code Authorization: Bearer KEY} or {@code X-Api-Key: KEY}. Where the
 * service is open everyone is its operator, if the request names this machine as its host: a page
 * of elsewhere that has its name resolve to this machine does not get in.
 */
@ApplicationScoped
class KeyMechanism implements HttpAuthenticationMechanism {
  private static final String BEARER = "bearer ";
  private static final String PROBLEM = "skywatt.problem";

  private final Keys keys;
  private final OpenAccess open;
  private final SkywattConfig config;

  KeyMechanism(Keys keys, OpenAccess open, SkywattConfig config) {
    this.keys = keys;
    this.open = open;
    this.config = config;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext context, IdentityProviderManager identityProviderManager) {
    if (config.open()) {
      return namesThisMachine(context.request())
          ? Uni.createFrom().item(open.identity())
          : Uni.createFrom().failure(new AuthenticationFailedException("another host's name"));
    }
    String token = token(context.request());
    if (token == null) {
      return Uni.createFrom().nullItem();
    }
    Optional<SecurityIdentity> found;
    try {
      found = keys.find(token);
    } catch (ProblemException e) {
      context.put(PROBLEM, e.problem());
      return Uni.createFrom().failure(new AuthenticationFailedException(e.getMessage()));
    }
    return found.isPresent()
        ? Uni.createFrom().item(found.get())
        : Uni.createFrom().failure(new AuthenticationFailedException("not a good key"));
  }

  private static String token(HttpServerRequest request) {
    String authorization = request.getHeader("Authorization");
    if (authorization != null && authorization.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
      String token = authorization.substring(BEARER.length()).strip();
      return token.startsWith(ApiKey.PREFIX) ? token : null;
    }
    return request.getHeader("X-Api-Key");
  }

  private static boolean namesThisMachine(HttpServerRequest request) {
    String host = request.authority() == null ? "" : request.authority().host();
    return host.equals("localhost")
        || host.equals("[::1]")
        || host.equals("::1")
        || host.matches("127\\.[0-9]{1,3}\\.[0-9]{1,3}\\.[0-9]{1,3}");
  }

  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext context) {
    return Uni.createFrom()
        .item(
            new ChallengeData(
                HttpResponseStatus.UNAUTHORIZED.code(), "WWW-Authenticate", AccessProblems.REALM));
  }

  @Override
  public Uni<Boolean> sendChallenge(RoutingContext context) {
    Problem why = context.get(PROBLEM);
    AccessProblems.send(context, why == null ? AccessProblems.unknown().problem() : why);
    return Uni.createFrom().item(true);
  }

  @Override
  public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
    return Set.of();
  }
}
