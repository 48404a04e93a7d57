package org.skywatt.serving.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * How many requests each key made in the running minute. A window of a minute starts with the first
 * request after the one before has ended.
 */
@ApplicationScoped
class RequestRates {
  static final String ATTRIBUTE = "requestsPerMinute";
  static final int WINDOW_SECONDS = 60;

  /**
   * What is left after a request.
   *
   * @param allowed whether the request is within the limit
   * @param remaining requests that are left in the window
   * @param resetSeconds when the window ends, s from now, at least 1
   */
  record Verdict(boolean allowed, int limit, int remaining, int resetSeconds) {}

  private static final class Window {
    private long startSeconds;
    private int used;

    synchronized Verdict count(int limit, long nowSeconds) {
      if (nowSeconds - startSeconds >= WINDOW_SECONDS || nowSeconds < startSeconds) {
        startSeconds = nowSeconds;
        used = 0;
      }
      boolean allowed = used < limit;
      if (allowed) {
        used++;
      }
      int reset = (int) (startSeconds + WINDOW_SECONDS - nowSeconds);
      return new Verdict(allowed, limit, limit - used, reset);
    }
  }

  // As many as there are keys: a key that is made up never gets here.
  private final ConcurrentMap<String, Window> windows = new ConcurrentHashMap<>();

  /**
   * Counts a request.
   *
   * @param nowSeconds any clock that does not go back
   */
  Verdict count(String keyId, int limit, long nowSeconds) {
    return windows.computeIfAbsent(keyId, unused -> new Window()).count(limit, nowSeconds);
  }
}
