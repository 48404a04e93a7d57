package org.skywatt.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TimeIndexTest {
  /** On a grid of hours, scattered over ages, and with parts of seconds. */
  @Provide
  Arbitrary<List<Instant>> times() {
    Arbitrary<Instant> hours =
        Arbitraries.longs().between(-300, 300).map(h -> Instant.ofEpochSecond(3600 * h));
    Arbitrary<Instant> ages =
        Arbitraries.longs().between(-99_999_999_999L, 99_999_999_999L).map(Instant::ofEpochSecond);
    Arbitrary<Instant> parts =
        Arbitraries.longs().between(0, 5000).map(ms -> Instant.ofEpochMilli(ms * 100));
    return Arbitraries.oneOf(
        hours.list().ofMaxSize(60), ages.list().ofMaxSize(20), parts.list().ofMaxSize(20));
  }

  @Property
  void findsWhatASortedSetFinds(
      @ForAll("times") List<Instant> times, @ForAll("times") List<Instant> asked) {
    TimeIndex index = new TimeIndex(times);
    TreeSet<Instant> sorted = new TreeSet<>(times);
    assertThat(index.size()).isEqualTo(sorted.size());
    asked.addAll(times);
    for (Instant time : asked) {
      Instant last = sorted.floor(time);
      assertThat(index.lastBy(time)).isEqualTo(last == null ? -1 : index.of(last));
      int place = index.of(time);
      assertThat(place >= 0).isEqualTo(sorted.contains(time));
      if (place >= 0) {
        assertThat(index.at(place)).isEqualTo(time);
      }
    }
  }
}
