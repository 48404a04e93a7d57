package org.skywatt.features.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.skywatt.core.sample.NwpSample;
import org.skywatt.core.time.AsOf;
import org.skywatt.core.variable.Variable;

/**
 * The NWP of a site that could be known at an issue time. A run counts by its reference time, each
 * of its values as last corrected by then: the correction of an old run does not push a newer run
 * aside. Not safe for threads: what was found is kept.
 */
public final class NwpView {
  private final NwpRuns runs;
  private final long issueMicros;
  private final int state;
  private final Map<Instant, Optional<NwpSample>> found = new HashMap<>();

  NwpView(NwpRuns runs, Instant issueTime) {
    this.runs = runs;
    this.issueMicros = AsOf.micros(issueTime);
    this.state = runs.known(issueMicros);
  }

  /** How many records are known: views of one site with the same number show the same weather. */
  int state() {
    return state;
  }

  /** {@code variable} stamped {@code validTime}, in its unit; NaN if not known. */
  public double get(Variable variable, Instant validTime) {
    Optional<NwpSample> sample = find(validTime);
    return sample.isPresent() ? sample.get().get(variable) : Double.NaN;
  }

  /**
   * The control of the newest known run that tells about {@code validTime}; of several sources with
   * a run of the same reference time, the one whose name sorts last.
   */
  public Optional<NwpSample> find(Instant validTime) {
    return found.computeIfAbsent(
        validTime,
        time -> {
          for (NwpRuns.Run run : runs.of(time)) {
            NwpSample sample = run.at(issueMicros);
            if (sample != null) {
              return Optional.of(sample);
            }
          }
          return Optional.empty();
        });
  }

  /** What the run before that of {@link #find} said, of the same source and member. */
  public Optional<NwpSample> findRunBefore(Instant validTime) {
    NwpSample newest = find(validTime).orElse(null);
    if (newest == null) {
      return Optional.empty();
    }
    for (NwpRuns.Run run : runs.of(validTime)) {
      NwpSample sample = run.at(issueMicros);
      if (sample != null
          && sample.initTime().isBefore(newest.initTime())
          && sample.member() == newest.member()
          && sample.source().equals(newest.source())) {
        return Optional.of(sample);
      }
    }
    return Optional.empty();
  }

  /** All known members of the run of {@link #find}, the control first. */
  public List<NwpSample> listMembers(Instant validTime) {
    List<NwpSample> members = new ArrayList<>();
    NwpSample newest = find(validTime).orElse(null);
    if (newest != null) {
      for (NwpRuns.Run run : runs.of(validTime)) {
        NwpSample sample = run.at(issueMicros);
        if (sample != null
            && sample.initTime().equals(newest.initTime())
            && sample.source().equals(newest.source())) {
          members.add(sample);
        }
      }
    }
    return members;
  }

  /** The control of the newest known run of each source, the source of {@link #find} first. */
  public List<NwpSample> listSources(Instant validTime) {
    List<NwpSample> newest = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (NwpRuns.Run run : runs.of(validTime)) {
      NwpSample sample = run.at(issueMicros);
      if (sample != null && seen.add(sample.source())) {
        newest.add(sample);
      }
    }
    return newest;
  }
}
