package org.skywatt.core.variable;

/** What a value stamped {@code validTime} says about the interval that ends there. */
public enum TimeMeaning {
  INSTANT,
  MEAN,
  SUM,
  MIN,
  MAX
}
