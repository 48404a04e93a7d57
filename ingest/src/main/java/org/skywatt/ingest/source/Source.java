package org.skywatt.ingest.source;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A provider's model. Immutable and safe for threads. */
public interface Source {
  /** In tables and commands. */
  String id();

  /** For people: provider, model, region and resolution. */
  String title();

  /** Licence of the data, and whom to name. */
  String licence();

  /** Address of its public folder, without a slash at the end. */
  String base();

  /** Time between its runs; runs are at multiples of it since midnight UTC. */
  Duration cycle();

  /** Smallest part of a run that can be fetched. No format here lets a region be cut out. */
  Grain grain();

  /**
   * Whether a 403 may mean that an object is not there yet: buckets that do not let strangers list
   * them answer so.
   */
  boolean hidesMissing();

  /**
   * The objects of a run up to a lead time.
   *
   * @param run its reference time
   * @param horizon longest lead time wanted
   * @throws IOException if the provider's folder cannot be listed
   */
  Plan plan(Instant run, Duration horizon, Remote remote) throws IOException;

  /** Reference times by the clock, newest first; the newest may not be published yet. */
  default List<Instant> runs(Instant now, int count) {
    long seconds = cycle().toSeconds();
    List<Instant> runs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      runs.add(
          Instant.ofEpochSecond(Math.floorDiv(now.getEpochSecond(), seconds) * seconds)
              .minusSeconds(i * seconds));
    }
    return runs;
  }

  /** What can be fetched by itself. */
  enum Grain {
    MESSAGE("single messages, by an index"),
    FILE("whole files, a variable and step each"),
    ALL("whole files");

    private final String words;

    Grain(String words) {
      this.words = words;
    }

    @Override
    public String toString() {
      return words;
    }
  }
}
