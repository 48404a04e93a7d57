package org.skywatt.serving.access;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.skywatt.serving.change.ChangeWatcher;
import org.skywatt.serving.config.SkywattConfig;

/**
 * Turns a token of the OpenID Connect provider, whose signature, issuer, audience and expiry
 * Quarkus has checked, into a {@link Caller}: the organisation that a claim names, which must be
 * known here, and the highest role that it lists. A token without either opens nothing.
 */
@ApplicationScoped
class People implements SecurityIdentityAugmentor {
  private static final int LONGEST_SUBJECT = 100;

  private record Organisation(long id, boolean every) {}

  private final SkywattConfig config;
  private volatile Map<String, Organisation> organisations = Map.of();

  People(SkywattConfig config) {
    this.config = config;
  }

  void reload(@Observes ChangeWatcher.Reload event) {
    Map<String, Organisation> found = new HashMap<>();
    try (PreparedStatement select =
            event
                .connection()
                .prepareStatement("SELECT id, name, every_organisation FROM organisation");
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        found.put(
            row.getString("name"),
            new Organisation(row.getLong("id"), row.getBoolean("every_organisation")));
      }
    } catch (SQLException e) {
      throw new IllegalStateException("organisations cannot be read: " + e.getMessage(), e);
    }
    organisations = found;
  }

  @Override
  public Uni<SecurityIdentity> augment(
      SecurityIdentity identity, AuthenticationRequestContext context) {
    if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
      return Uni.createFrom().item(identity);
    }
    try {
      return Uni.createFrom().item(Keys.identity(caller(token, identity.getRoles()), null, null));
    } catch (AuthenticationFailedException e) {
      return Uni.createFrom().failure(e);
    }
  }

  private Caller caller(JsonWebToken token, Set<String> roles) {
    Object name = token.getClaim(config.oidc().organisationClaim());
    Organisation organisation = name == null ? null : organisations.get(name.toString());
    if (organisation == null) {
      throw new AuthenticationFailedException("the token names no organisation of this service");
    }
    Role highest = null;
    for (Role each : Role.values()) {
      if (roles.contains(config.oidc().rolePrefix().orElse("") + each.text())) {
        highest = each;
      }
    }
    if (highest == null) {
      throw new AuthenticationFailedException("the token lists no role of this service");
    }
    return new Caller(
        organisation.id(), name.toString(), organisation.every(), highest, subject(token));
  }

  /** As the audit log and the rates name the person. */
  private static String subject(JsonWebToken token) {
    String subject = token.getSubject();
    if (subject == null || subject.isBlank()) {
      throw new AuthenticationFailedException("the token names no subject");
    }
    String clean = subject.replaceAll("[^\\x21-\\x7e]", "?");
    return "person:"
        + (clean.length() > LONGEST_SUBJECT ? clean.substring(0, LONGEST_SUBJECT) : clean);
  }
}
