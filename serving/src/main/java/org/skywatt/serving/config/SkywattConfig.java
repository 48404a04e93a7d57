package org.skywatt.serving.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Settings of the service, {@code skywatt.*} or {@code SKYWATT_*}. */
@ConfigMapping(prefix = "skywatt")
public interface SkywattConfig {
  /** The folder that holds {@code runs/} and {@code sites.json}. */
  Path published();

  /** Whether the forecasts are of a simulated world; then every answer and page says so. */
  @WithDefault("false")
  boolean simulated();

  /** A clock that stands still, for a simulated world of the past; refused for a real one. */
  Optional<Instant> now();

  /** How late the next run may be before a forecast is called stale. */
  @WithDefault("PT10M")
  Duration staleGrace();

  /** Whether nobody has to sign in; possible on loopback only. */
  @WithDefault("false")
  boolean open();

  /** Requests that a key may make in a minute, unless it has a limit of its own. */
  @WithDefault("6000")
  int requestsPerMinute();

  /** Requests that are answered at once at most; more are turned away. */
  @WithDefault("512")
  int requestsInFlight();

  /** Requests that a key may make in a day (UTC), unless it has a quota of its own; 0 for any. */
  @WithDefault("0")
  int requestsPerDay();

  /** For how long the audit log is kept. */
  @WithDefault("P400D")
  Duration keepAudit();

  /** For how long a request that is sent again with its Idempotency-Key is known for the same. */
  @WithDefault("P7D")
  Duration keepIdempotencyKeys();

  /** What is sent to URLs that organisations name. */
  Webhooks webhooks();

  /** Where to, and how often. */
  interface Webhooks {
    /** Whether they may be at private, loopback and link-local addresses. */
    @WithDefault("false")
    boolean privateAddresses();

    /** Whether they may be http, without TLS. */
    @WithDefault("false")
    boolean plainHttp();

    /** After so many failures one after the other a webhook is disabled. */
    @WithDefault("15")
    int mostFailures();

    /** Pause after the first failure; it doubles with each, up to an hour. */
    @WithDefault("PT5S")
    Duration firstPause();

    /** PEM file of authorities to trust in place of the JDK's. */
    Optional<Path> certificateAuthority();
  }

  /** Sign-in of people by tokens of an OpenID Connect provider. */
  Oidc oidc();

  /** What is believed of whose tokens. */
  interface Oidc {
    /** Whether tokens are taken at all. */
    @WithDefault("false")
    boolean enabled();

    /** URL of the provider. */
    Optional<String> issuer();

    /** What a token must name as its audience. */
    Optional<String> audience();

    /** The claim that names the organisation. */
    @WithDefault("organisation")
    String organisationClaim();

    /** The claim that lists roles, such as {@code realm_access/roles}. */
    @WithDefault("roles")
    String rolesClaim();

    /** What stands before viewer, operator or admin in the names of roles. */
    Optional<String> rolePrefix();
  }
}
