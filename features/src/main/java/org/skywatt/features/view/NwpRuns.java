package org.skywatt.features.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.skywatt.core.sample.NwpSample;
import org.skywatt.core.time.AsOf;
import org.skywatt.core.time.TimeIndex;

/**
 * The NWP of one site: of each valid time the runs that tell about it, of every source and member,
 * each with its corrections. Not safe for threads: the last view is kept.
 */
final class NwpRuns {
  /** Two records of one key that became available at once: the same input gives the same answer. */
  private static final Comparator<NwpSample> SAME_RECORD =
      Comparator.comparing(NwpSample::values, Arrays::compare);

  /** Newest run first; of one reference time the source that sorts last, and the control first. */
  private static final Comparator<Run> NEWEST_FIRST =
      Comparator.comparing((Run run) -> run.key.initTime)
          .thenComparing(run -> run.key.source)
          .reversed()
          .thenComparing(run -> run.key.member);

  private record Key(String source, int member, Instant initTime, Instant validTime) {
    static Key of(NwpSample sample) {
      return new Key(sample.source(), sample.member(), sample.initTime(), sample.validTime());
    }
  }

  /** What one member of one run says of one valid time. */
  private static final class Run {
    private final Key key;
    private final AsOf.Versions<NwpSample> versions;

    private Run(Key key, AsOf.Versions<NwpSample> versions) {
      this.key = key;
      this.versions = versions;
    }
  }

  /**
   * The runs that tell of one valid time, newest first; controls first. Most of them are not known
   * yet when a forecast is made, so those are passed over by a look at one array; most of the
   * others were never corrected, so what they say is at hand.
   */
  static final class Told {
    private final Run[] runs;
    private final long[] knownFrom;
    private final NwpSample[] sole;

    private Told(List<Run> newestFirst) {
      runs = newestFirst.toArray(Run[]::new);
      knownFrom = new long[runs.length];
      sole = new NwpSample[runs.length];
      for (int i = 0; i < knownFrom.length; i++) {
        AsOf.Versions<NwpSample> versions = runs[i].versions;
        knownFrom[i] = versions.knownUntil(Long.MIN_VALUE);
        sole[i] = versions.knownUntil(knownFrom[i]) == Long.MAX_VALUE ? at(i, knownFrom[i]) : null;
      }
    }

    /** The first run from {@code index} on that is known at {@code issueMicros}; −1 if none is. */
    int next(int index, long issueMicros) {
      for (int i = index; i < knownFrom.length; i++) {
        if (knownFrom[i] <= issueMicros) {
          return i;
        }
      }
      return -1;
    }

    /** What run {@code index}, which is known at {@code issueMicros}, says as known then. */
    NwpSample at(int index, long issueMicros) {
      return sole[index] != null ? sole[index] : runs[index].versions.orNull(issueMicros);
    }
  }

  private final TimeIndex validTimes;
  private final List<Told> byValidTime;
  private final long[] availableAt;
  private final int sources;
  private final int members;
  private NwpView last;

  NwpRuns(List<NwpSample> samples) {
    Map<Instant, List<Run>> runs = new HashMap<>();
    AsOf.index(samples, Key::of, sample -> AsOf.micros(sample.availableAt()), SAME_RECORD)
        .forEach(
            (key, versions) ->
                runs.computeIfAbsent(key.validTime, unused -> new ArrayList<>())
                    .add(new Run(key, versions)));
    validTimes = new TimeIndex(runs.keySet());
    byValidTime = new ArrayList<>(validTimes.size());
    for (int i = 0; i < validTimes.size(); i++) {
      List<Run> told = runs.get(validTimes.at(i));
      told.sort(NEWEST_FIRST);
      byValidTime.add(new Told(told));
    }
    sources = (int) samples.stream().map(NwpSample::source).distinct().count();
    members = (int) samples.stream().mapToInt(NwpSample::member).distinct().count();
    availableAt = new long[samples.size()];
    for (int i = 0; i < availableAt.length; i++) {
      availableAt[i] = AsOf.micros(samples.get(i).availableAt());
    }
    Arrays.sort(availableAt);
  }

  /** What is known at {@code issueTime}; the same view as last time if that is the same. */
  NwpView at(Instant issueTime, SourceSkill skill) {
    if (last == null
        || last.state() != known(AsOf.micros(issueTime))
        || !last.skill().equals(skill)) {
      last = new NwpView(this, issueTime, skill);
    }
    return last;
  }

  /** How many records are known at {@code issueMicros}. */
  int known(long issueMicros) {
    int low = 0;
    int high = availableAt.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (availableAt[middle] <= issueMicros) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** How many weather models there are. */
  int sources() {
    return sources;
  }

  /** How many numbers of ensemble members there are. */
  int members() {
    return members;
  }

  /** How many valid times runs tell about. */
  int size() {
    return byValidTime.size();
  }

  /** Place of {@code validTime} among them; −1 if no run tells about it. */
  int place(Instant validTime) {
    return validTimes.of(validTime);
  }

  /** The runs that tell about the valid time at {@code place}. */
  Told of(int place) {
    return byValidTime.get(place);
  }
}
