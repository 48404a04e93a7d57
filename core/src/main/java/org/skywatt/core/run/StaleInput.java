package org.skywatt.core.run;

import java.util.EnumSet;
import java.util.Set;

/**
 * An input that was older than it should be when a forecast was made. The order is part of the run
 * file's format (bit n of the stale-input byte): append, never reorder.
 */
public enum StaleInput {
  NWP("nwp"),
  SATELLITE("satellite"),
  GENERATION("generation");

  private final String text;

  StaleInput(String text) {
    this.text = text;
  }

  /** The name in JSON, such as {@code satellite}. */
  public String text() {
    return text;
  }

  static int toBits(Set<StaleInput> inputs) {
    int bits = 0;
    for (StaleInput input : inputs) {
      bits |= 1 << input.ordinal();
    }
    return bits;
  }

  static Set<StaleInput> fromBits(int bits) {
    if (bits < 0 || bits >= 1 << values().length) {
      throw new IllegalArgumentException("unknown stale-input bits " + bits);
    }
    Set<StaleInput> inputs = EnumSet.noneOf(StaleInput.class);
    for (StaleInput input : values()) {
      if ((bits & 1 << input.ordinal()) != 0) {
        inputs.add(input);
      }
    }
    return inputs;
  }
}
