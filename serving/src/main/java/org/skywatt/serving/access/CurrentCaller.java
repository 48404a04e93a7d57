package org.skywatt.serving.access;

import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;

/** The caller of the request that is being answered. */
@ApplicationScoped
public class CurrentCaller {
  /** Where the identity of a request holds its {@link Caller}. */
  public static final String ATTRIBUTE = "caller";

  private final SecurityIdentity identity;
  private final Allowances allowances;

  /**
   * @param identity of the request: a proxy, so that one object serves all requests
   */
  CurrentCaller(SecurityIdentity identity, Allowances allowances) {
    this.identity = identity;
    this.allowances = allowances;
  }

  /**
   * The caller.
   *
   * @throws UnauthorizedException (401) if nobody has signed in
   */
  public Caller get() {
    Caller caller = identity.getAttribute(ATTRIBUTE);
    if (caller == null) {
      throw new UnauthorizedException("nobody has signed in");
    }
    return caller;
  }

  /** How many requests the caller's key may make in a minute. */
  public int requestsPerMinute() {
    return allowances.requestsPerMinute(identity);
  }
}
