package org.skywatt.core.run;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Which inputs a site's forecast could use, best first. Late or missing inputs lower the tier and
 * never stop the forecast. The order is part of the run file's format: append, never reorder.
 */
public enum InputTier {
  FULL("full"),
  NO_SATELLITE("no-satellite"),
  NO_NWP("no-nwp"),
  SMART_PERSISTENCE("smart-persistence"),
  CLIMATOLOGY("climatology");

  private final String text;

  InputTier(String text) {
    this.text = text;
  }

  /** The name in JSON and tables, such as {@code no-satellite}. */
  public String text() {
    return text;
  }

  /**
   * The tier of a name as {@link #text()} gives it.
   *
   * @throws IllegalArgumentException if no tier has that name
   */
  public static InputTier parse(String text) {
    for (InputTier tier : values()) {
      if (tier.text.equals(text)) {
        return tier;
      }
    }
    throw new IllegalArgumentException("input tier '" + text + "' is none of " + names());
  }

  private static String names() {
    return Arrays.stream(values()).map(InputTier::text).collect(Collectors.joining(", "));
  }
}
