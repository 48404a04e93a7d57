package org.skywatt.ingest.job;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.skywatt.core.hash.Sha256;
import org.skywatt.ingest.crop.FileStamp;
import org.skywatt.ingest.frame.FrameKeeper;
import org.skywatt.ingest.satellite.SatelliteSource;

/**
 * Reads the files of a frame and keeps what is used of them. Shipped to Spark tasks.
 *
 * @param keeper what is kept, and where
 */
record FrameReader(FrameKeeper keeper) implements Serializable {
  private static final long serialVersionUID = 1L;

  /**
   * What came of a frame's files.
   *
   * @param slots of which something was kept
   * @param availableAt when the last of it could first be known; null where nothing was kept
   * @param failure what of it cannot be used; null where all can
   */
  record Taken(Set<Instant> slots, Instant availableAt, String failure) implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  SatelliteSource source() {
    return keeper.source();
  }

  Taken read(List<FreshFile> group, Instant takenAt) {
    List<Path> paths = group.stream().map(each -> Path.of(each.file().path())).toList();
    try {
      FileStamp stamp = stamp(group, paths, takenAt);
      FrameKeeper.Kept kept = keeper.keep(paths, stamp);
      String failure = kept.failures().isEmpty() ? null : String.join("; ", kept.failures());
      return new Taken(new TreeSet<>(kept.slots()), kept.availableAt(), failure);
    } catch (IOException | RuntimeException e) {
      String why = e.getMessage() == null ? e.toString() : e.getMessage();
      return new Taken(Set.of(), null, why);
    }
  }

  /** A frame is known when the last of its files is. */
  private FileStamp stamp(List<FreshFile> group, List<Path> paths, Instant takenAt)
      throws IOException {
    Sha256 digest = new Sha256();
    Instant published = null;
    boolean all = true;
    Instant modified = Instant.EPOCH;
    for (int i = 0; i < group.size(); i++) {
      digest.update(group.get(i).sha256());
      Instant each = group.get(i).file().published();
      all &= each != null;
      published = published == null || (each != null && each.isAfter(published)) ? each : published;
      Instant changed = Files.getLastModifiedTime(paths.get(i)).toInstant();
      modified = changed.isAfter(modified) ? changed : modified;
    }
    return new FileStamp(
        paths.get(0).getFileName().toString(),
        digest.finish(),
        all ? published : null,
        keeper.source().publicationDelay(),
        takenAt,
        modified);
  }
}
