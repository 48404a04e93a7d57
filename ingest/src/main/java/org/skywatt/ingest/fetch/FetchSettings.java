package org.skywatt.ingest.fetch;

import java.time.Duration;

/**
 * How patiently and how hard to fetch.
 *
 * @param connect longest wait for a connection
 * @param answer longest wait for the head of an answer
 * @param stall longest wait for the next byte of a body
 * @param leastBytesPerSecond a body slower than this on average, after {@code stall}, is given up
 *     and resumed: a server may send a byte now and then for ever
 * @param overall longest time for one object, retries included
 * @param tries attempts that end without one more byte, before an object is given up; at least 1
 * @param firstPause upper bound of the first pause between attempts; it doubles with each
 * @param longestPause upper bound of any pause; also of what {@code Retry-After} may ask for
 * @param parallel requests to one host at a time
 * @param gapBytes ranges closer together than this are fetched as one
 * @param mostBytes largest object or range that is taken
 */
public record FetchSettings(
    Duration connect,
    Duration answer,
    Duration stall,
    long leastBytesPerSecond,
    Duration overall,
    int tries,
    Duration firstPause,
    Duration longestPause,
    int parallel,
    long gapBytes,
    long mostBytes) {
  public static final FetchSettings DEFAULT =
      new FetchSettings(
          Duration.ofSeconds(15),
          Duration.ofSeconds(60),
          Duration.ofSeconds(30),
          1000,
          Duration.ofMinutes(30),
          6,
          Duration.ofMillis(500),
          Duration.ofMinutes(2),
          4,
          32 << 10,
          4L << 30);

  public FetchSettings {
    if (tries < 1 || parallel < 1 || gapBytes < 0 || mostBytes < 1 || leastBytesPerSecond < 0) {
      throw new IllegalArgumentException("settings of fetching that cannot be");
    }
  }
}
