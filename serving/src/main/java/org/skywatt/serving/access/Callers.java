package org.skywatt.serving.access;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.skywatt.serving.config.SkywattConfig;
import org.skywatt.serving.problem.ProblemException;

/**
 * Signs callers in who come by another way than HTTP: the same keys, held to the same rates and
 * quotas.
 */
@ApplicationScoped
public class Callers {
  private final Keys keys;
  private final OpenAccess open;
  private final Allowances allowances;
  private final SkywattConfig config;

  Callers(Keys keys, OpenAccess open, Allowances allowances, SkywattConfig config) {
    this.keys = keys;
    this.open = open;
    this.allowances = allowances;
    this.config = config;
  }

  /**
   * Who calls; counts as one request of the key.
   *
   * @param token the key; null if there is none
   * @throws ProblemException (401, 429, 503) if the key is not good, is used up, or cannot be
   *     checked
   */
  public Caller admit(String token) {
    if (config.open()) {
      return open.identity().getAttribute(CurrentCaller.ATTRIBUTE);
    }
    Optional<SecurityIdentity> known = token == null ? Optional.empty() : keys.find(token);
    Caller caller =
        known
            .map(each -> each.<Caller>getAttribute(CurrentCaller.ATTRIBUTE))
            .orElseThrow(AccessProblems::unknown);
    allowances.count(known.get()).require();
    return caller;
  }
}
