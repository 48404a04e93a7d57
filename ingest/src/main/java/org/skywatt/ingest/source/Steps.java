package org.skywatt.ingest.source;

import java.util.ArrayList;
import java.util.List;

/** Lead times of a model, in hours: one length of step up to some lead, longer ones after. */
public final class Steps {
  private final List<Integer> hours = new ArrayList<>();

  private Steps() {}

  /** From {@code first} every {@code step} hours up to and including {@code last}. */
  public static Steps every(int step, int first, int last) {
    return new Steps().add(step, first, last);
  }

  /** After those before, every {@code step} hours up to and including {@code last}. */
  public Steps then(int step, int last) {
    Steps steps = new Steps();
    steps.hours.addAll(hours);
    return steps.add(step, hours.get(hours.size() - 1) + step, last);
  }

  private Steps add(int step, int first, int last) {
    for (int hour = first; hour <= last; hour += step) {
      hours.add(hour);
    }
    return this;
  }

  /**
   * Those up to the first at or after {@code horizonHours}: a step that reaches beyond it says what
   * happens before it too.
   */
  public List<Integer> upTo(double horizonHours) {
    List<Integer> within = new ArrayList<>();
    for (int hour : hours) {
      within.add(hour);
      if (hour >= horizonHours) {
        break;
      }
    }
    return within;
  }
}
