package org.skywatt.serving.forecast;

import org.skywatt.serving.problem.ProblemException;

/** The unit that power is asked for in. */
public enum PowerUnit {
  KW("kw"),
  MW("mw"),
  FRACTION("fraction");

  private final String text;

  PowerUnit(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }

  public static PowerUnit parse(String text) {
    for (PowerUnit unit : values()) {
      if (unit.text.equals(text)) {
        return unit;
      }
    }
    throw ProblemException.badRequest(
        "invalid-unit", "unit '" + text + "' must be kw, mw or fraction");
  }

  /** Digits after the point: to a watt or a millionth of capacity. */
  public int decimals() {
    return this == KW ? 3 : 6;
  }

  /** What a fraction of capacity has to be multiplied by. */
  public double factor(double capacityKw) {
    return switch (this) {
      case KW -> capacityKw;
      case MW -> capacityKw / 1000;
      case FRACTION -> 1;
    };
  }
}
