package org.skywatt.serving.access;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import org.skywatt.serving.config.SkywattConfig;
import org.skywatt.serving.problem.ProblemException;

/** What each key may still ask for: its rate a minute, and its quota of the day (UTC). */
@ApplicationScoped
class Allowances {
  /** What is left of the day's quota; {@code quota} is 0 where there is none. */
  private record Day(int quota, long left, int resetSeconds) {}

  /** Whether a request is allowed, and what is left after it. */
  record Verdict(RequestRates.Verdict minute, Day day) {
    /**
     * @throws ProblemException (429) if the request is not allowed
     */
    void require() {
      if (!minute.allowed()) {
        throw refused("rate-limited", minute.limit() + " requests a minute", minute.resetSeconds());
      }
      if (day.left() < 0) {
        throw refused("quota-used", day.quota() + " requests a day (UTC)", day.resetSeconds());
      }
    }

    private static ProblemException refused(String code, String what, int resetSeconds) {
      return ProblemException.tooMany(code, "this key may make " + what, resetSeconds);
    }

    /** The header {@code RateLimit-Policy} of draft-ietf-httpapi-ratelimit-headers. */
    String policy() {
      String policy = "\"minute\";q=" + minute.limit() + ";w=" + RequestRates.WINDOW_SECONDS;
      return day.quota() == 0
          ? policy
          : policy + ", \"day\";q=" + day.quota() + ";w=" + TimeUnit.DAYS.toSeconds(1);
    }

    /** The header {@code RateLimit}. */
    String left() {
      String left = "\"minute\";r=" + minute.remaining() + ";t=" + minute.resetSeconds();
      return day.quota() == 0
          ? left
          : left + ", \"day\";r=" + Math.max(0, day.left()) + ";t=" + day.resetSeconds();
    }
  }

  private final RequestRates rates;
  private final DailyUse use;
  private final SkywattConfig config;

  Allowances(RequestRates rates, DailyUse use, SkywattConfig config) {
    this.rates = rates;
    this.use = use;
    this.config = config;
  }

  /**
   * Counts a request.
   *
   * @param identity with a {@link Caller}
   */
  Verdict count(SecurityIdentity identity) {
    Caller caller = identity.getAttribute(CurrentCaller.ATTRIBUTE);
    RequestRates.Verdict minute =
        rates.count(
            caller.keyId(),
            requestsPerMinute(identity),
            TimeUnit.NANOSECONDS.toSeconds(System.nanoTime()));
    if (!minute.allowed()) {
      return new Verdict(minute, new Day(0, 0, 0));
    }
    Integer quota = identity.getAttribute(DailyUse.ATTRIBUTE);
    return new Verdict(
        minute, day(caller.keyId(), quota == null ? config.requestsPerDay() : quota));
  }

  /** How many requests the caller's key may make in a minute. */
  int requestsPerMinute(SecurityIdentity identity) {
    Integer own = identity.getAttribute(RequestRates.ATTRIBUTE);
    return own == null ? config.requestsPerMinute() : own;
  }

  private Day day(String keyId, int quota) {
    LocalDateTime now = LocalDateTime.now(ZoneOffset.UTC);
    long before = use.count(keyId, now.toLocalDate());
    if (quota > 0 && before >= quota) {
      use.forget(keyId, now.toLocalDate());
    }
    Duration rest = Duration.between(now, now.toLocalDate().plusDays(1).atStartOfDay());
    return new Day(quota, quota == 0 ? 0 : quota - before - 1, (int) rest.toSeconds() + 1);
  }
}
