package org.skywatt.ingest.source;

import java.io.IOException;

/** An index that cannot be true: which line, and why. */
public final class BadIndexException extends IOException {
  private static final long serialVersionUID = 1L;

  public BadIndexException(int line, String why) {
    super("line " + line + " of its index " + why);
  }

  public BadIndexException(String why) {
    super(why);
  }
}
