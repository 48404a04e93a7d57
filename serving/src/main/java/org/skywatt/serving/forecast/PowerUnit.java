package org.skywatt.serving.forecast;

import org.skywatt.serving.problem.ProblemException;

/** The unit that power is asked for in. */
enum PowerUnit {
  KW("kw", 1e3),
  MW("mw", 1e6),
  FRACTION("fraction", 1e6);

  private final String text;
  private final double rounding;

  PowerUnit(String text, double rounding) {
    this.text = text;
    this.rounding = rounding;
  }

  String text() {
    return text;
  }

  static PowerUnit parse(String text) {
    for (PowerUnit unit : values()) {
      if (unit.text.equals(text)) {
        return unit;
      }
    }
    throw ProblemException.badRequest(
        "invalid-unit", "unit '" + text + "' must be kw, mw or fraction");
  }

  /** A fraction of capacity in this unit, to a watt or a millionth of capacity; null if missing. */
  Double of(double fraction, double capacityKw) {
    if (Double.isNaN(fraction)) {
      return null;
    }
    double value =
        switch (this) {
          case KW -> fraction * capacityKw;
          case MW -> fraction * capacityKw / 1000;
          case FRACTION -> fraction;
        };
    return Math.rint(value * rounding) / rounding;
  }
}
