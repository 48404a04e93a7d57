package org.skywatt.ingest.fetch;

import java.io.IOException;
import java.net.URI;

/** An object that cannot be fetched: which, and why with how to mend it, in one line. */
public final class FetchException extends IOException {
  private static final long serialVersionUID = 1L;

  /** What a caller may do about it. */
  public enum Kind {
    /** 404 or 410: it is not there, or not yet. */
    MISSING,
    /** 401 or 403: it may not be read. Some buckets say so of what is not there yet. */
    FORBIDDEN,
    /** It became another object while it was read: start it again. */
    CHANGED,
    /** What came is not what was asked for: a range beyond the end, a wrong length. */
    WRONG,
    /** Tried as often and as long as the settings allow. */
    FAILED
  }

  private final Kind kind;

  public FetchException(Kind kind, URI uri, String why) {
    this(kind, uri, why, null);
  }

  public FetchException(Kind kind, URI uri, String why, Throwable cause) {
    super(Addresses.show(uri) + ": " + why, cause);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
