package org.skywatt.ingest.source;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One object of a run.
 *
 * @param path in the provider's folder
 * @param lead lead time that it is of, where it is of one
 * @param index tells which messages lie where, if there is one; else the object is wanted whole
 * @param bytes length that the listing tells; −1 where it tells none
 */
public record RemoteFile(
    String path, Optional<Duration> lead, Optional<MessageIndex> index, long bytes) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,200}");

  /**
   * @throws IllegalArgumentException if the path does not end in the plain name of a file
   */
  public RemoteFile {
    if (!NAME.matcher(path.substring(path.lastIndexOf('/') + 1)).matches()) {
      throw new IllegalArgumentException("'" + path + "' has no name that a file may have here");
    }
  }

  /** Its name here: the last part of its path. */
  public String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
