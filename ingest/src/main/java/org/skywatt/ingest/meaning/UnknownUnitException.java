package org.skywatt.ingest.meaning;

import java.io.IOException;

/** A field whose quantity is known and whose unit is not: refused, never guessed. */
public final class UnknownUnitException extends IOException {
  private static final long serialVersionUID = 1L;

  UnknownUnitException(String parameter, String unit, Quantity quantity) {
    super(
        parameter
            + (unit.isBlank() ? " says no unit" : " is in '" + unit + "'")
            + ", which cannot be turned into "
            + quantity.unit()
            + " of "
            + quantity.name().toLowerCase(java.util.Locale.ROOT)
            + "; give the variable a CF unit");
  }
}
