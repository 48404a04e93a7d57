package org.skywatt.ingest.crop;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;

/**
 * A file of a source, as the fields kept from it remember it.
 *
 * @param name of the file, for messages to people
 * @param sha256 of its content
 * @param published when the provider published it; null where that is not known
 * @param delay from a run's reference time to its publication, where {@code published} is not known
 * @param takenAt when the ingest began
 * @param modifiedAt when the file was last modified
 */
public record FileStamp(
    String name,
    String sha256,
    Instant published,
    Duration delay,
    Instant takenAt,
    Instant modifiedAt)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /**
   * When what the file holds of a run could first be known: when it was published, and never before
   * the run's reference time.
   */
  Instant availableAt(Instant initTime) {
    if (published == null) {
      return initTime.plus(delay);
    }
    return published.isBefore(initTime) ? initTime : published;
  }
}
