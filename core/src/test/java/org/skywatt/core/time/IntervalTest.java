package org.skywatt.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class IntervalTest {
  private static final Instant SIX = Instant.parse("2026-05-01T06:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);

  @Test
  void holdsItsEndButNotItsStart() {
    Interval interval = Interval.endingAt(SIX, HOUR);
    assertThat(interval).isEqualTo(new Interval(SIX.minus(HOUR), SIX));
    assertThat(interval.contains(SIX)).isTrue();
    assertThat(interval.contains(SIX.plusNanos(1))).isFalse();
    assertThat(interval.contains(SIX.minus(HOUR))).isFalse();
    assertThat(interval.contains(SIX.minus(HOUR).plusNanos(1))).isTrue();
  }

  @Test
  void knowsItsLengthAndMiddle() {
    Interval interval = new Interval(SIX, SIX.plusSeconds(900));
    assertThat(interval.length()).isEqualTo(Duration.ofMinutes(15));
    assertThat(interval.middle()).isEqualTo("2026-05-01T06:07:30Z");
  }

  @Test
  void mustEndAfterItStarts() {
    assertThatThrownBy(() -> new Interval(SIX, SIX)).hasMessageContaining("must end after");
    assertThatThrownBy(() -> new Interval(SIX, SIX.minusSeconds(1)))
        .hasMessageContaining("2026-05-01T06:00:00Z 2026-05-01T05:59:59Z");
  }

  @Property
  void theStepsOfATimeAreWholeAndNotAhead(
      @ForAll @LongRange(min = -4_000_000_000L, max = 4_000_000_000L) long second,
      @ForAll @IntRange(min = 0, max = 999_999_999) int nano,
      @ForAll @IntRange(min = 1, max = 86_400) int step) {
    Instant time = Instant.ofEpochSecond(second, nano);
    Instant floor = Steps.floor(time, Duration.ofSeconds(step));
    assertThat(floor).isBeforeOrEqualTo(time);
    assertThat(floor.plusSeconds(step)).isAfter(time);
    assertThat(floor.getEpochSecond() % step).isZero();
    assertThat(floor.getNano()).isZero();
  }
}
