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

class StepGridTest {
  /** Numbers count what {@link Instant} and {@link Interval} say. */
  @Property
  void countsLikeInstants(
      @ForAll @IntRange(min = 1, max = 90_000) int seconds,
      @ForAll @LongRange(min = -2_000_000_000_000L, max = 2_000_000_000_000L) long millis) {
    StepGrid grid = StepGrid.of(Duration.ofSeconds(seconds));
    Instant time = Instant.ofEpochMilli(millis);
    int last = grid.lastBy(time);
    assertThat(grid.end(last)).isBeforeOrEqualTo(time);
    assertThat(grid.end(last + 1)).isAfter(time);
    int first = grid.firstFrom(time.plusSeconds(77), Duration.ofSeconds(77));
    assertThat(grid.end(first)).isAfterOrEqualTo(time);
    assertThat(grid.end(first - 1)).isBefore(time);
    assertThat(grid.number(grid.end(last))).isEqualTo(last);
    Interval step = grid.interval(last);
    assertThat(step.end()).isEqualTo(grid.end(last));
    assertThat(step.length()).isEqualTo(Duration.ofSeconds(seconds));
    assertThat(grid.middle(last)).isEqualTo(step.middle());
    assertThat(grid.middleSecond(last)).isEqualTo(step.middle().getEpochSecond());
    assertThat(grid.secondsToEnd(time, last))
        .isEqualTo(Duration.between(time, step.end()).toSeconds());
    assertThat(grid.secondsToMiddle(time, last))
        .isEqualTo(Duration.between(time, step.middle()).toSeconds());
  }

  @Test
  void aDayMayBeNoWholeNumberOfSteps() {
    assertThat(new StepGrid(900).stepsADay()).isEqualTo(96);
    assertThat(new StepGrid(420).stepsADay()).isZero();
  }

  @Test
  void stepsOffTheGridAreRefused() {
    assertThatThrownBy(() -> StepGrid.of(Duration.ofMillis(1500)))
        .hasMessageContaining("whole seconds");
    assertThatThrownBy(() -> StepGrid.of(Duration.ZERO)).hasMessageContaining("a second or longer");
    assertThatThrownBy(() -> new StepGrid(3600).number(Instant.ofEpochSecond(1800)))
        .hasMessageContaining("1970-01-01T00:30:00Z");
  }
}
