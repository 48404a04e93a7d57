package org.skywatt.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class IntervalTableTest {
  /** Steps near and far, of many lengths, off the grid, before 1970, and of parts of seconds. */
  @Provide
  Arbitrary<List<Interval>> intervals() {
    Arbitrary<Long> ends =
        Arbitraries.oneOf(
            Arbitraries.longs().between(-200, 200).map(h -> 3_600_000 * h),
            Arbitraries.longs().between(-4_000_000_000_000L, 4_000_000_000_000L));
    Arbitrary<Long> lengths =
        Arbitraries.oneOf(
            Arbitraries.of(3_600_000L, 1_800_000L, 900_000L, 300_000L, 60_000L, 1000L, 500L),
            Arbitraries.longs().between(1, 20).map(hours -> 3_600_000 * hours));
    return Combinators.combine(ends, lengths)
        .as(
            (end, length) ->
                Interval.endingAt(Instant.ofEpochMilli(end), Duration.ofMillis(length)))
        .list()
        .ofMaxSize(80);
  }

  @Property
  void keepsWhatAMapKeeps(
      @ForAll("intervals") List<Interval> put, @ForAll("intervals") List<Interval> asked) {
    IntervalTable<Integer> table = new IntervalTable<>();
    Map<Interval, Integer> map = new HashMap<>();
    for (int i = 0; i < put.size(); i++) {
      table.put(put.get(i), i);
      map.put(put.get(i), i);
    }
    asked.addAll(put);
    for (Interval interval : asked) {
      assertThat(table.get(interval)).isEqualTo(map.get(interval));
    }
    asked.forEach(interval -> table.computeIfAbsent(interval, any -> -1));
    asked.forEach(
        interval -> assertThat(table.get(interval)).isEqualTo(map.getOrDefault(interval, -1)));
  }
}
