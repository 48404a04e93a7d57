package org.skywatt.serving.generation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import org.junit.jupiter.api.Test;

/** Means of readings: what is not wholly metered, or metered twice, is unknown. */
class MeteredPowerTest {
  private static ReadingJson reading(long start, long end, double kw) {
    return new ReadingJson(Instant.ofEpochSecond(start), Instant.ofEpochSecond(end), kw);
  }

  private static MeteredPower power(ReadingJson... readings) {
    return new MeteredPower(
        Arrays.stream(readings).sorted(Comparator.comparing(ReadingJson::end)).toList());
  }

  @Test
  void aMeanWeighsReadingsByTheirPartOfTheStep() {
    MeteredPower power = power(reading(0, 600, 10), reading(600, 2400, 40));
    assertThat(power.mean(0, 1800)).isEqualTo(30);
    assertThat(power.mean(300, 900)).isEqualTo(25);
    assertThat(power.mean(700, 800)).isEqualTo(40);
  }

  @Test
  void aGapMakesTheMeanUnknown() {
    MeteredPower power = power(reading(0, 600, 10), reading(900, 1800, 40));
    assertThat(power.mean(0, 1800)).isNaN();
    assertThat(power.mean(0, 601)).isNaN();
    assertThat(power.mean(1200, 2400)).isNaN();
    assertThat(power().mean(0, 1800)).isNaN();
    assertThat(power.mean(900, 1800)).isEqualTo(40);
  }

  @Test
  void whatIsMeteredTwiceIsUnknown() {
    MeteredPower power =
        power(reading(0, 86_400, 10), reading(0, 1800, 10), reading(84_600, 86_400, 10));
    assertThat(power.mean(0, 1800)).isNaN();
    assertThat(power.mean(84_600, 86_400)).isNaN();
    assertThat(power.mean(1800, 3600)).isEqualTo(10);
    // A gap as long as what is there twice.
    assertThat(power(reading(0, 20, 1), reading(0, 10, 1)).mean(0, 30)).isNaN();
  }

  @Test
  void theLastReadingIsThatOfTwoHoursAtMost() {
    MeteredPower power = power(reading(0, 600, 10), reading(600, 1200, 20));
    assertThat(power.last(599)).isNaN();
    assertThat(power.last(600)).isEqualTo(10);
    assertThat(power.last(1200 + 7200)).isEqualTo(20);
    assertThat(power.last(1200 + 7201)).isNaN();
  }
}
