package org.skywatt.ingest.meaning;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A small strict converter of units: only spellings of the table {@code units.txt} are known, and
 * only conversions that physics allows. Immutable.
 */
public final class Units {
  /** A metre of water over a square metre. */
  private static final double WATER_KG_M3 = 1000;

  /** Standard gravity, which makes a geopotential a height (WMO No. 49). */
  private static final double GRAVITY_MS2 = 9.80665;

  private static final Map<String, Unit> UNITS = read();

  private record Unit(String dimension, double factor, double offset) {}

  /**
   * A conversion: {@code converted = value × factor + offset}.
   *
   * @param total whether the result is a total over time, in the wanted unit × seconds
   */
  public record Conversion(double factor, double offset, boolean total) {
    public double apply(double value) {
      return value * factor + offset;
    }

    /** Converts in place. */
    public void applyTo(float[] values) {
      if (factor == 1 && offset == 0) {
        return;
      }
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) apply(values[i]);
      }
    }
  }

  private Units() {}

  /** Whether the spelling is known. */
  public static boolean isKnown(String unit) {
    return UNITS.containsKey(plain(unit));
  }

  /**
   * How values in {@code from} become values in {@code to}; empty where one is unknown or they
   * measure different things. Energy becomes a flux, and an amount of water a rate, as totals.
   */
  public static Optional<Conversion> find(String from, String to) {
    Unit source = UNITS.get(plain(from));
    Unit target = UNITS.get(plain(to));
    if (source == null || target == null) {
      return Optional.empty();
    }
    double bridge = bridge(source.dimension, target.dimension);
    if (bridge == 0) {
      return Optional.empty();
    }
    boolean total =
        (target.dimension.equals("flux") && source.dimension.equals("energy"))
            || (target.dimension.equals("mass-rate")
                && (source.dimension.equals("mass") || source.dimension.equals("length")));
    return Optional.of(
        new Conversion(
            source.factor * bridge / target.factor,
            (source.offset - target.offset) / target.factor,
            total));
  }

  /** Factor from one dimension's SI unit to the other's; 0 where there is no way. */
  private static double bridge(String from, String to) {
    if (from.equals(to)) {
      return 1;
    }
    return switch (from + " " + to) {
      case "energy flux", "mass mass-rate" -> 1;
      case "length mass-rate", "length mass", "speed mass-rate" -> WATER_KG_M3;
      case "geopotential length" -> 1 / GRAVITY_MS2;
      default -> 0;
    };
  }

  private static String plain(String unit) {
    return unit.strip().replace("**", "").replace("^", "");
  }

  private static Map<String, Unit> read() {
    Map<String, Unit> units = new HashMap<>();
    for (String line : TextTable.lines("units.txt")) {
      String[] part = line.split("\\s+", 4);
      Unit unit = new Unit(part[0], Double.parseDouble(part[1]), Double.parseDouble(part[2]));
      for (String spelling : part[3].split("\\|")) {
        if (units.put(spelling.strip(), unit) != null) {
          throw new IllegalStateException("units.txt has '" + spelling.strip() + "' twice");
        }
      }
    }
    return Map.copyOf(units);
  }
}
