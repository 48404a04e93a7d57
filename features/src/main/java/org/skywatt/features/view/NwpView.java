package org.skywatt.features.view;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.skywatt.core.sample.NwpSample;
import org.skywatt.core.time.AsOf;
import org.skywatt.core.variable.Variable;

/**
 * The NWP of a site that could be known at an issue time. A run counts by its reference time, each
 * of its values as last corrected by then: the correction of an old run does not push a newer run
 * aside. Not safe for threads: what was found is kept.
 */
public final class NwpView {
  /** Steps of weather models are shorter than this. */
  static final Duration LONGEST_STEP = Duration.ofHours(6);

  private static final Duration GRAIN = Duration.ofHours(1);

  /** A source that is behind is first where the others' newest run is older by more than this. */
  private static final Duration LATE = Duration.ofHours(12);

  private final NwpRuns runs;
  private final SourceSkill skill;
  private final long issueMicros;
  private final int state;
  private final NwpSample[] found;
  private final boolean[] sought;

  /**
   * @param skill of the sources, as known at {@code issueTime}
   */
  NwpView(NwpRuns runs, Instant issueTime, SourceSkill skill) {
    this.runs = runs;
    this.skill = skill;
    this.issueMicros = AsOf.micros(issueTime);
    this.state = runs.known(issueMicros);
    this.found = new NwpSample[runs.size()];
    this.sought = new boolean[runs.size()];
  }

  /** How many records are known: views of one site with the same number show the same weather. */
  int state() {
    return state;
  }

  /** How good the sources were lately. */
  public SourceSkill skill() {
    return skill;
  }

  /** {@code variable} stamped {@code validTime}, in its unit; NaN if not known. */
  public double get(Variable variable, Instant validTime) {
    NwpSample sample = orNull(validTime);
    return sample == null ? Double.NaN : sample.get(variable);
  }

  /**
   * {@code variable}, an instant, at {@code time}: interpolated between the model's steps; NaN
   * where it says nothing around it.
   */
  public double between(Variable variable, Instant time) {
    if (!isMissing(variable, time)) {
      return get(variable, time);
    }
    Instant before = time.truncatedTo(ChronoUnit.HOURS);
    while (isMissing(variable, before) && within(before, time)) {
      before = before.minus(GRAIN);
    }
    Instant after = time.truncatedTo(ChronoUnit.HOURS).plus(GRAIN);
    while (isMissing(variable, after) && within(time, after)) {
      after = after.plus(GRAIN);
    }
    double first = get(variable, before);
    double second = get(variable, after);
    double passed = Duration.between(before, time).toSeconds();
    return first + passed / Duration.between(before, after).toSeconds() * (second - first);
  }

  private boolean isMissing(Variable variable, Instant time) {
    return Double.isNaN(get(variable, time));
  }

  private static boolean within(Instant from, Instant to) {
    return Duration.between(from, to).compareTo(LONGEST_STEP) < 0;
  }

  /**
   * The control of the newest known run that tells about {@code validTime}; of several sources with
   * a run of the same reference time, the one whose name sorts last. Sources that are behind in
   * skill count only where no other has a run that is at most twelve hours older.
   */
  public Optional<NwpSample> find(Instant validTime) {
    return Optional.ofNullable(orNull(validTime));
  }

  private NwpSample orNull(Instant validTime) {
    int place = runs.place(validTime);
    if (place < 0) {
      return null;
    }
    if (!sought[place]) {
      found[place] = newest(place);
      sought[place] = true;
    }
    return found[place];
  }

  private NwpSample newest(int place) {
    NwpRuns.Told told = runs.of(place);
    int run = told.next(0, issueMicros);
    if (run < 0) {
      return null;
    }
    NwpSample newest = told.at(run, issueMicros);
    NwpSample sample = newest;
    while (skill.isBehind(sample.source())) {
      run = told.next(run + 1, issueMicros);
      if (run < 0) {
        return newest;
      }
      sample = told.at(run, issueMicros);
      if (sample.initTime().isBefore(newest.initTime().minus(LATE))) {
        return newest;
      }
    }
    return sample;
  }

  /** As {@link #find}, of the last step at or before {@code time} that is not too far away. */
  public Optional<NwpSample> findAround(Instant time) {
    Optional<NwpSample> sample = find(time);
    Instant before = time.truncatedTo(ChronoUnit.HOURS);
    while (sample.isEmpty() && within(before, time)) {
      sample = find(before);
      before = before.minus(GRAIN);
    }
    return sample;
  }

  /** What the run before that of {@link #find} said, of the same source and member. */
  public Optional<NwpSample> findRunBefore(Instant validTime) {
    NwpSample newest = orNull(validTime);
    if (newest == null) {
      return Optional.empty();
    }
    NwpRuns.Told told = runs.of(runs.place(validTime));
    for (int run = told.next(0, issueMicros); run >= 0; run = told.next(run + 1, issueMicros)) {
      NwpSample sample = told.at(run, issueMicros);
      if (sample.initTime().isBefore(newest.initTime())
          && sample.member() == newest.member()
          && sample.source().equals(newest.source())) {
        return Optional.of(sample);
      }
    }
    return Optional.empty();
  }

  /** All known members of the run of {@link #find}, the control first. */
  public List<NwpSample> listMembers(Instant validTime) {
    NwpSample newest = orNull(validTime);
    if (newest == null || runs.members() == 1) {
      return newest == null ? List.of() : List.of(newest);
    }
    List<NwpSample> members = new ArrayList<>();
    NwpRuns.Told told = runs.of(runs.place(validTime));
    for (int run = told.next(0, issueMicros); run >= 0; run = told.next(run + 1, issueMicros)) {
      NwpSample sample = told.at(run, issueMicros);
      if (sample.initTime().isBefore(newest.initTime())) {
        break;
      }
      if (sample.source().equals(newest.source())) {
        members.add(sample);
      }
    }
    return members;
  }

  /** The control of the newest known run of each source, the source of {@link #find} first. */
  public List<NwpSample> listSources(Instant validTime) {
    NwpSample first = orNull(validTime);
    if (first == null || runs.sources() == 1) {
      return first == null ? List.of() : List.of(first);
    }
    List<NwpSample> newest = new ArrayList<>();
    newest.add(first);
    NwpRuns.Told told = runs.of(runs.place(validTime));
    for (int run = told.next(0, issueMicros); run >= 0; run = told.next(run + 1, issueMicros)) {
      NwpSample sample = told.at(run, issueMicros);
      if (!hasSource(newest, sample.source())) {
        newest.add(sample);
      }
    }
    return newest;
  }

  private static boolean hasSource(List<NwpSample> samples, String source) {
    for (NwpSample sample : samples) {
      if (sample.source().equals(source)) {
        return true;
      }
    }
    return false;
  }
}
