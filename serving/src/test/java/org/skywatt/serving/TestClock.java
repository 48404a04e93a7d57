package org.skywatt.serving;

import io.quarkus.test.Mock;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that tests set; ten minutes past the issue time at first. */
@Mock
@Singleton
public class TestClock {
  static volatile Instant now = World.ISSUE.plusSeconds(600);

  static void reset() {
    now = World.ISSUE.plusSeconds(600);
  }

  @Produces
  @Mock
  @Singleton
  Clock clock() {
    return new Clock() {
      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return this;
      }

      @Override
      public Instant instant() {
        return now;
      }
    };
  }
}
