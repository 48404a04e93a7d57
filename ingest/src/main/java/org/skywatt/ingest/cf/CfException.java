package org.skywatt.ingest.cf;

/** Why a variable or field is refused: ends its reading, not that of the file. */
final class CfException extends Exception {
  private static final long serialVersionUID = 1L;

  CfException(String why) {
    super(why);
  }
}
