package org.skywatt.ingest.source;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One object of a run.
 *
 * @param path in the provider's folder, with a query where it needs one
 * @param name of its file here
 * @param lead lead time that it is of, where it is of one
 * @param index tells which messages lie where, if there is one; else the object is wanted whole
 * @param bytes length that the listing tells; −1 where it tells none
 */
public record RemoteFile(
    String path, String name, Optional<Duration> lead, Optional<MessageIndex> index, long bytes) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,200}");

  /**
   * @throws IllegalArgumentException if its name is no plain name of a file
   */
  public RemoteFile {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("'" + path + "' has no name that a file may have here");
    }
  }

  /** An object whose file is named by the last part of its path. */
  public RemoteFile(
      String path, Optional<Duration> lead, Optional<MessageIndex> index, long bytes) {
    this(path, path.substring(path.lastIndexOf('/') + 1), lead, index, bytes);
  }
}
