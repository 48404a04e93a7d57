package org.skywatt.serving.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
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
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;
import org.skywatt.serving.config.SkywattConfig;
import org.skywatt.serving.problem.Problem;
import org.skywatt.serving.problem.ProblemException;

/**
 * Signs callers in by {@code Authorization: Bearer KEY} or {@code X-Api-Key: KEY}, or as the user
 * of basic authentication, and people by a token of the OpenID Connect provider in place of the key
 * where one is configured. Where the service is open everyone is its operator, if the request names
 * this machine as its host: a page of elsewhere that has its name resolve to this machine does not
 * get in.
 */
@ApplicationScoped
class KeyMechanism implements HttpAuthenticationMechanism {
  private static final String BEARER = "bearer ";
  private static final String BASIC = "basic ";
  private static final String PROBLEM = "skywatt.problem";
  private static final Logger LOG = Logger.getLogger(KeyMechanism.class);
  private final Keys keys;
  private final OpenAccess open;
  private final SkywattConfig config;
  private final OidcAuthenticationMechanism people;

  KeyMechanism(
      Keys keys, OpenAccess open, SkywattConfig config, OidcAuthenticationMechanism people) {
    this.people = people;
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
      return config.oidc().enabled() && context.request().getHeader("Authorization") != null
          ? person(context, identityProviderManager)
          : Uni.createFrom().nullItem();
    }
    Optional<SecurityIdentity> found;
    try {
      found = keys.find(token);
    } catch (ProblemException e) {
      return refused(context, e);
    }
    return found.isPresent()
        ? Uni.createFrom().item(found.get())
        : Uni.createFrom().failure(new AuthenticationFailedException("not a good key"));
  }

  /** By a token of the provider; whatever goes wrong is told as for keys. */
  private Uni<SecurityIdentity> person(
      RoutingContext context, IdentityProviderManager identityProviderManager) {
    try {
      keys.requireFresh();
    } catch (ProblemException e) {
      return refused(context, e);
    }
    return people
        .authenticate(context, identityProviderManager)
        .onFailure()
        .invoke(
            e -> {
              context.put(HttpAuthenticationMechanism.class.getName(), this);
              if (!(e instanceof AuthenticationFailedException)) {
                LOG.warnf("a token cannot be checked: %s", e.getMessage());
                context.put(
                    PROBLEM,
                    ProblemException.unavailable(
                            "sign-in-unavailable",
                            "the provider of tokens does not answer; keys work on")
                        .problem());
              }
            })
        .onFailure(e -> !(e instanceof AuthenticationFailedException))
        .transform(AuthenticationFailedException::new);
  }

  private static Uni<SecurityIdentity> refused(RoutingContext context, ProblemException why) {
    context.put(PROBLEM, why.problem());
    return Uni.createFrom().failure(new AuthenticationFailedException(why.getMessage()));
  }

  private static String token(HttpServerRequest request) {
    String authorization = request.getHeader("Authorization");
    if (authorization != null && authorization.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
      String token = authorization.substring(BEARER.length()).strip();
      return token.startsWith(ApiKey.PREFIX) ? token : null;
    }
    if (authorization != null && authorization.toLowerCase(Locale.ROOT).startsWith(BASIC)) {
      return user(authorization.substring(BASIC.length()).strip());
    }
    return request.getHeader("X-Api-Key");
  }

  /** A key sent as the user of basic authentication, with no password, as Solcast's clients do. */
  private static String user(String base64) {
    try {
      String pair = new String(Base64.getDecoder().decode(base64), UTF_8);
      return pair.endsWith(":") ? pair.substring(0, pair.length() - 1) : pair;
    } catch (IllegalArgumentException e) {
      return base64;
    }
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

  /** Before tokens of people: a key is never taken for one. */
  @Override
  public int getPriority() {
    return DEFAULT_PRIORITY + 1000;
  }

  @Override
  public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
    return Set.of();
  }
}
