package org.skywatt.ingest.source.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.skywatt.ingest.fetch.PartialFile;

/**
 * How long a source takes from a run's reference time to its last file: learned from the runs that
 * were fetched, kept in a small file. The 90% quantile of the last runs says when one is due.
 */
public final class PublicationDelays {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  private static final int RUNS_KEPT = 60;
  private static final double QUANTILE = 0.9;

  /** Later than this it was put there as history, which says nothing about live publication. */
  private static final Duration LONGEST_LIVE = Duration.ofDays(2);

  /** Seconds by reference time, ISO-8601. */
  private record Content(Map<String, Long> delaySecondsByRun) {}

  private final Path file;
  private final TreeMap<String, Long> seconds;

  private PublicationDelays(Path file, Map<String, Long> seconds) {
    this.file = file;
    this.seconds = new TreeMap<>(seconds);
  }

  /**
   * Those in {@code file}; none where it is not there.
   *
   * @throws IOException if it is something else
   */
  public static PublicationDelays open(Path file) throws IOException {
    if (!Files.exists(file)) {
      return new PublicationDelays(file, Map.of());
    }
    try {
      Content content = JSON.readValue(Files.readAllBytes(file), Content.class);
      Map<String, Long> read = content.delaySecondsByRun();
      return new PublicationDelays(file, read == null ? Map.of() : read);
    } catch (JsonProcessingException e) {
      throw new IOException(
          file + ": is no record of delays; delete it, and they are learned anew", e);
    }
  }

  /** Learns from a complete run. */
  public void learn(FetchedRun run) throws IOException {
    Optional<Instant> last = run.files().values().stream().max(Instant::compareTo);
    if (!run.isComplete() || last.isEmpty()) {
      return;
    }
    Duration delay = Duration.between(run.run(), last.get());
    if (delay.compareTo(LONGEST_LIVE) > 0) {
      return;
    }
    seconds.put(run.run().toString(), delay.toSeconds());
    while (seconds.size() > RUNS_KEPT) {
      seconds.remove(seconds.firstKey());
    }
    try (PartialFile out = PartialFile.create(file)) {
      out.out().write(JSON.writeValueAsBytes(new Content(seconds)));
      out.commit();
    }
  }

  /** The delay that nine of ten runs kept; nothing before the first was seen. */
  public Optional<Duration> typical() {
    if (seconds.isEmpty()) {
      return Optional.empty();
    }
    long[] sorted = seconds.values().stream().mapToLong(Long::longValue).sorted().toArray();
    int index = (int) Math.ceil(QUANTILE * sorted.length) - 1;
    return Optional.of(Duration.ofSeconds(sorted[index]));
  }
}
