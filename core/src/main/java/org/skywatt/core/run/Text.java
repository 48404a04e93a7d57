package org.skywatt.core.run;

/** Checks of text that is written to a run file. */
final class Text {
  private static final int MAX_LENGTH = 1000;

  private Text() {}

  static void require(String what, String value) {
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException(what + " is missing");
    }
    if (value.length() > MAX_LENGTH) {
      throw new IllegalArgumentException(what + " is longer than " + MAX_LENGTH + " characters");
    }
    if (value.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(what + " must be one line of plain text");
    }
  }
}
