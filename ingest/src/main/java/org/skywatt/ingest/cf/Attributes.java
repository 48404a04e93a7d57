package org.skywatt.ingest.cf;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Attributes of a variable or file by name: a text, or numbers. A number asked for as text is
 * empty, and so is a text asked for as number where it is not one.
 */
public final class Attributes {
  public static final Attributes NONE = new Attributes(Map.of());

  /**
   * The number that a store holds where nothing was written, where that marks missing values: those
   * of data variables, as xarray takes it, and not of coordinates, which have none.
   */
  public static final String STORE_FILL = "_StoreFill";

  private static final double[] NO_NUMBERS = {};

  private final Map<String, Object> values;

  /**
   * @param values each a {@link String} or a {@code double[]}
   */
  public Attributes(Map<String, Object> values) {
    this.values = Map.copyOf(values);
  }

  public Optional<String> text(String name) {
    return values.get(name) instanceof String text ? Optional.of(text.strip()) : Optional.empty();
  }

  /** A text in lower case; empty where there is none. */
  String lower(String name) {
    return text(name).orElse("").toLowerCase(Locale.ROOT);
  }

  /** All numbers of an attribute; none where it is absent or no number. */
  public double[] numbers(String name) {
    Object value = values.get(name);
    if (value instanceof double[] numbers) {
      return numbers.clone();
    }
    if (value instanceof String text) {
      try {
        return new double[] {Double.parseDouble(text.strip())};
      } catch (NumberFormatException e) {
        return NO_NUMBERS;
      }
    }
    return NO_NUMBERS;
  }

  /** The first number of an attribute. */
  public OptionalDouble number(String name) {
    double[] numbers = numbers(name);
    return numbers.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(numbers[0]);
  }
}
