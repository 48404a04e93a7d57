package org.skywatt.core.site;

/** Checks of constructor arguments; NaN never passes. */
final class Require {
  private Require() {}

  static void within(String what, double value, double min, double max, String unit) {
    if (!(value >= min && value <= max)) {
      throw new IllegalArgumentException(
          what + " " + value + " is outside " + min + " to " + max + " " + unit);
    }
  }

  static void positive(String what, double value, String unit) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          what + " " + value + " must be positive and finite (" + unit + ")");
    }
  }

  static String text(String what, String value) {
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException(what + " is missing");
    }
    return value;
  }
}
