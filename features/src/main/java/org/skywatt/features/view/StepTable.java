package org.skywatt.features.view;

import java.util.function.IntFunction;

/** What was found of steps by their number, found when first asked for. Not safe for threads. */
final class StepTable<T> {
  private final IntFunction<T> find;
  private final StepWindow window = new StepWindow();
  private Object[] found = {};

  /**
   * @param find never gives null
   */
  StepTable(IntFunction<T> find) {
    this.find = find;
  }

  @SuppressWarnings("unchecked")
  T at(int number) {
    int slot = window.slot(number);
    Object known = slot < 0 ? null : found[slot];
    return known != null ? (T) known : find(number);
  }

  private T find(int number) {
    T added = find.apply(number);
    if (window.slot(number) < 0) {
      int moved = window.grow(number);
      Object[] grown = new Object[window.size()];
      if (moved >= 0) {
        System.arraycopy(found, 0, grown, moved, found.length);
      }
      found = grown;
    }
    found[window.slot(number)] = added;
    return added;
  }
}
