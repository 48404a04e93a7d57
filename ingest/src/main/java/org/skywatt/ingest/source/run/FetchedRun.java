package org.skywatt.ingest.source.run;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a run gave so far.
 *
 * @param files those that are here and complete, in order, with the moment at which each could
 *     first be read; never before the reference time
 * @param fetched how many of them came just now
 * @param missing names of those not published yet
 * @param refused why others cannot be used
 * @param bytes that came over the network just now, indexes and listings not counted
 * @param wholeBytes of all that the provider has of these steps, or of the run where it was listed;
 *     0 if unknown
 */
public record FetchedRun(
    Instant run,
    Map<Path, Instant> files,
    int fetched,
    List<String> missing,
    List<String> refused,
    long bytes,
    long wholeBytes) {
  public boolean isComplete() {
    return missing.isEmpty() && refused.isEmpty();
  }

  /** Whether anything of it is published. */
  public boolean isStarted() {
    return !files.isEmpty() || !refused.isEmpty();
  }

  /** {@code fetched 41 MB of 12.3 GB (0.3%)}. */
  public String bytesLine() {
    if (wholeBytes <= 0) {
      return "fetched " + size(bytes);
    }
    return String.format(
        Locale.ROOT,
        "fetched %s of %s (%.1f%%)",
        size(bytes),
        size(wholeBytes),
        100.0 * bytes / wholeBytes);
  }

  private static String size(long bytes) {
    if (bytes < 10_000) {
      return bytes + " bytes";
    }
    return bytes < 1_000_000_000
        ? String.format(Locale.ROOT, "%.1f MB", bytes / 1e6)
        : String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
  }
}
