package org.skywatt.green.replay;

import java.util.Locale;

/** By when a machine-learning job of "Let's Wait Awhile" must be done. */
public enum DeadlineRule {
  NEXT_WORKDAY,
  SEMI_WEEKLY;

  /** As reports write it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
