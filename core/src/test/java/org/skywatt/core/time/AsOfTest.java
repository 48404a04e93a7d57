package org.skywatt.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class AsOfTest {
  private static final int KEYS = 3;

  record Entry(int key, long availableAt, int content) {}

  private static AsOf<Integer, Entry> index(List<Entry> entries) {
    return AsOf.index(
        entries, Entry::key, Entry::availableAt, Comparator.comparingInt(Entry::content));
  }

  /** What {@link AsOf} promises, by looking at everything. */
  private static Optional<Entry> scan(List<Entry> entries, int key, long issueTime) {
    Entry best = null;
    for (Entry each : entries) {
      boolean known = each.key == key && each.availableAt <= issueTime;
      boolean better =
          best == null
              || each.availableAt > best.availableAt
              || (each.availableAt == best.availableAt && each.content > best.content);
      best = known && better ? each : best;
    }
    return Optional.ofNullable(best);
  }

  /** Few times and contents, so that many entries share them or are wholly alike. */
  @Provide
  Arbitrary<List<Entry>> entries() {
    return Combinators.combine(
            Arbitraries.integers().between(0, KEYS - 1),
            Arbitraries.longs().between(-5, 12),
            Arbitraries.integers().between(0, 4))
        .as(Entry::new)
        .list()
        .ofMaxSize(40);
  }

  /** What is found stays the same for as long as it says, and not a moment longer. */
  @Property
  void tellsHowLongAnAnswerHolds(
      @ForAll("entries") List<Entry> entries, @ForAll @LongRange(min = -7, max = 14) long time) {
    AsOf.Versions<Entry> versions = index(entries).versionsOrNull(0);
    if (versions == null) {
      assertThat(entries).noneMatch(each -> each.key == 0);
      return;
    }
    long from = versions.knownFrom(time);
    long until = versions.knownUntil(time);
    assertThat(time).isBetween(from, until - 1);
    for (long other = -7; other <= 14; other++) {
      boolean holds = other >= from && other < until;
      assertThat(Objects.equals(versions.orNull(other), versions.orNull(time))).isEqualTo(holds);
    }
  }

  @Property
  void answersLikeAScan(
      @ForAll("entries") List<Entry> entries, @ForAll @LongRange(min = -7, max = 14) long time) {
    AsOf<Integer, Entry> asOf = index(entries);
    for (int key = 0; key <= KEYS; key++) {
      Optional<Entry> found = asOf.find(key, time);
      assertThat(found).isEqualTo(scan(entries, key, time));
      found.ifPresent(entry -> assertThat(entry.availableAt).isLessThanOrEqualTo(time));
      assertThat(asOf.find(key, Long.MAX_VALUE)).isEqualTo(scan(entries, key, Long.MAX_VALUE));
      assertThat(asOf.find(key, Long.MIN_VALUE)).isEmpty();
    }
  }

  @Property
  void seriesAnswerTheSame(
      @ForAll("entries") List<Entry> entries, @ForAll @LongRange(min = -7, max = 14) long time) {
    AsOf<Instant, Entry> series =
        AsOf.series(
            entries,
            entry -> Instant.ofEpochSecond(900L * entry.key),
            Entry::availableAt,
            Comparator.comparingInt(Entry::content));
    for (int key = -1; key <= KEYS; key++) {
      assertThat(series.find(Instant.ofEpochSecond(900L * key), time))
          .isEqualTo(scan(entries, key, time));
      assertThat(series.find(Instant.ofEpochSecond(900L * key + 1), time)).isEmpty();
    }
  }

  @Property
  void theOrderOfTheInputNeverMatters(
      @ForAll("entries") List<Entry> entries, @ForAll long seed, @ForAll boolean twice) {
    List<Entry> shuffled = new ArrayList<>(entries);
    if (twice) {
      shuffled.addAll(entries);
    }
    Collections.shuffle(shuffled, new Random(seed));
    AsOf<Integer, Entry> one = index(entries);
    AsOf<Integer, Entry> other = index(shuffled);
    for (int key = 0; key < KEYS; key++) {
      for (long time = -6; time <= 13; time++) {
        assertThat(other.find(key, time)).isEqualTo(one.find(key, time));
      }
    }
  }

  @Property
  void whatComesLaterChangesNothing(
      @ForAll("entries") List<Entry> entries, @ForAll @LongRange(min = -7, max = 14) long time) {
    List<Entry> known = entries.stream().filter(entry -> entry.availableAt <= time).toList();
    for (int key = 0; key < KEYS; key++) {
      assertThat(index(entries).find(key, time)).isEqualTo(index(known).find(key, time));
    }
  }

  @Test
  void timesAreNotRoundedBackIntoWhatWasKnown() {
    Instant issue = Instant.parse("2026-05-01T06:00:00Z");
    assertThat(AsOf.micros(issue)).isEqualTo(1777615200_000_000L);
    assertThat(AsOf.micros(issue.plusNanos(1000))).isGreaterThan(AsOf.micros(issue));
    assertThat(AsOf.micros(Instant.EPOCH.minusSeconds(1))).isEqualTo(-1_000_000);
  }
}
