package org.skywatt.ingest.meaning;

import java.util.Set;
import org.skywatt.ingest.field.FieldLevel;

/**
 * Levels that a line of a code table takes: {@code type}, {@code type:value} or {@code type:*}.
 *
 * @param type as ecCodes names it; {@code any} for all, {@code ground} for the surface or no level,
 *     {@code screen} for the same and 1 to 2.5 m above ground
 * @param value NaN where any value will do
 */
record LevelPattern(String type, double value) {
  private static final Set<String> NO_LEVEL = Set.of("surface", "unknown", "none", "");
  private static final double ROUNDING = 1e-6;

  static LevelPattern parse(String text) {
    String[] part = text.split(":", 2);
    boolean all = part.length == 1 || part[1].equals("*");
    return new LevelPattern(part[0], all ? Double.NaN : Double.parseDouble(part[1]));
  }

  boolean matches(FieldLevel level) {
    return switch (type) {
      case "any" -> valueMatches(level);
      case "ground" -> NO_LEVEL.contains(level.type());
      case "screen" ->
          NO_LEVEL.contains(level.type())
              || (level.type().equals("heightAboveGround")
                  && level.value() >= 1
                  && level.value() <= 2.5);
      // HIRLAM writes the surface as a height of 0 m.
      case "surface" ->
          level.type().equals("surface")
              || (level.type().equals("heightAboveGround") && level.value() == 0);
      default -> type.equals(level.type()) && valueMatches(level);
    };
  }

  private boolean valueMatches(FieldLevel level) {
    return Double.isNaN(value) || Math.abs(level.value() - value) <= ROUNDING * Math.abs(value);
  }
}
